import { Client, idOf } from './client.js';
import { INSTRUMENTS } from './goods.js';

const ZONE = 'Asia/Shanghai';
const DAY_MILLIS = 86_400_000;

/** Registers what the demo warehouse measures with, each calibrated some days ago; the certificates are made up. */
export async function registerInstruments(admin: Client): Promise<void> {
  for (const [place, { code, name, kind, ...rest }] of INSTRUMENTS.entries()) {
    const isLooking = 'isLooking' in rest;
    const without = { calibration: 'not-needed', calibrationReason: '只用于观察，不给出数值' };
    const registered = await admin.post('/api/v1/instruments', { code, name, kind, ...(isLooking ? without : {}) });
    if (isLooking) continue;
    await admin.post(`/api/v1/instruments/${idOf(registered, 'instrument')}/calibrations`, {
      certificateNo: `YS-JL-${String(place + 1).padStart(4, '0')}`,
      by: '示例计量检定所',
      day: dayFromNow(-20 - place),
      // The last of them is due soon, so that the list has something to say.
      due: dayFromNow(kind === 'scale' ? 12 : 345),
      result: 'pass',
    });
  }
}

function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(Date.now() + days * DAY_MILLIS);
}
