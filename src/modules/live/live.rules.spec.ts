import type { Certificate } from '../certificates/index.js';
import type { LiveSession } from './live.entity.js';
import { clearScreen, endSession, openSession, pickCertificate, replaceToken } from './live.rules.js';

const OPEN: LiveSession = {
  id: 'session-1',
  partyId: 'party-1',
  title: '周五专场',
  layout: 'portrait',
  codeStyle: 'short',
  state: 'open',
  certificateId: null,
  openedAt: '2026-11-22T08:00:00.000Z',
  endedAt: null,
};
const ENDED: LiveSession = { ...OPEN, state: 'ended', endedAt: '2026-11-22T09:00:00.000Z' };
const CERTIFICATE = { id: 'certificate-1', number: 'YZ-7K3QX9M2D0', state: 'valid' } as Certificate;
const ORDER = { certificate: CERTIFICATE, isUnitOnHold: false, accountId: 'host-1' };

describe('a live session', () => {
  it('tells its title and settings to its own party only', () => {
    const { title, layout } = OPEN;
    const facts = { partyId: 'party-1', accountId: 'host-1', title, layout: 'portrait', codeStyle: 'qr' } as const;
    const [event] = openSession({ id: 'session-1', ...facts });
    expect(layout).toBe('portrait');
    expect(event?.contents).toEqual({ party: facts });
  });

  it('says in public which certificate is on air, by number', () => {
    const [event] = pickCertificate(OPEN, ORDER);
    expect(event).toMatchObject({
      kind: 'live.certificate-picked',
      subjects: [
        { type: 'live-session', id: 'session-1' },
        { type: 'certificate', id: 'certificate-1' },
      ],
      contents: { public: { certificateNumber: 'YZ-7K3QX9M2D0' }, party: { accountId: 'host-1' } },
    });
  });

  it.each(['suspended', 'revoked', 'superseded'])('does not show a certificate that is %s', (state) => {
    const order = { ...ORDER, certificate: { ...CERTIFICATE, state } };
    expect(() => pickCertificate(OPEN, order)).toThrow(expect.objectContaining({ code: 'live.certificate-not-valid' }));
  });

  it('does not show goods that are on hold', () => {
    const order = { ...ORDER, isUnitOnHold: true };
    expect(() => pickCertificate(OPEN, order)).toThrow(expect.objectContaining({ code: 'live.unit-on-hold' }));
  });

  it('records nothing when nothing changes on the screen', () => {
    expect(pickCertificate({ ...OPEN, certificateId: 'certificate-1' }, ORDER)).toEqual([]);
    expect(clearScreen(OPEN, 'host-1')).toEqual([]);
    expect(clearScreen({ ...OPEN, certificateId: 'certificate-1' }, 'host-1')).toHaveLength(1);
  });

  it.each([
    ['pick', () => pickCertificate(ENDED, ORDER)],
    ['clear', () => clearScreen(ENDED, 'host-1')],
    ['token', () => replaceToken(ENDED, 'host-1')],
    ['end', () => endSession(ENDED, 'host-1')],
  ])('takes no more commands once it has ended: %s', (_, command) => {
    expect(command).toThrow(expect.objectContaining({ code: 'live.session-ended' }));
  });
});
