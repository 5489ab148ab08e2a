import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { CertificatesQueries, printedNumber } from '../certificates/index.js';
import { LiveQueries, OverlayScreens } from '../live/index.js';
import { UnitsQueries } from '../units/index.js';
import { certificateRow } from './certificate-pages.view.js';
import { ROWS } from './page-queries.dto.js';
import type { Visit } from './visit.js';

const NEWEST = { direction: 'desc', limit: ROWS } as const;

/** All that the control page of a live session shows. */
@Injectable()
export class LiveControl {
  constructor(
    private readonly live: LiveQueries,
    private readonly certificates: CertificatesQueries,
    private readonly units: UnitsQueries,
    private readonly screens: OverlayScreens,
  ) {}

  async of({ actor, language }: Visit, id: string) {
    const screen = await this.live.screenOf(await this.live.session(actor, id));
    const { session, certificate, isOnHold } = screen;
    const mayControl = actor.roles.includes('host') && session.state === 'open';
    const picks = await this.live.picks(id);
    const card = this.screens.cardWith(photosOf(id), screen, language);
    return {
      session,
      mayControl,
      card: card ?? '',
      onScreen: certificate && { ...certificateRow(certificate), isOnHold },
      own: mayControl ? await this.ownCertificates(actor) : [],
      picks: picks.slice(0, ROWS).map((pick) => ({ ...pick, number: printedNumber(pick.certificateNumber) })),
    };
  }

  async photo({ actor }: Visit, id: string, sha256: string): Promise<Uint8Array> {
    const screen = await this.live.screenOf(await this.live.session(actor, id));
    return this.screens.photo(screen, sha256);
  }

  /** The newest valid ones; goods on hold cannot be shown. */
  private async ownCertificates(actor: Actor) {
    const certificates = await this.certificates.certificates(actor, { state: 'valid' }, NEWEST);
    const units = await this.units.units(actor, { id: certificates.map(({ unitId }) => unitId) }, {});
    const held = new Set(units.filter(({ openHolds }) => openHolds > 0).map(({ id }) => id));
    return certificates.map((each) => ({ ...certificateRow(each), isOnHold: held.has(each.unitId) }));
  }
}

function photosOf(id: string): string {
  return `/console/live/${id}/photos`;
}
