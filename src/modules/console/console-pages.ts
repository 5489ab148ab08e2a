import { Injectable } from '@nestjs/common';
import { Account } from '../identity/index.js';
import { Party } from '../parties/index.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { ConsoleFrame } from '../../platform/pages/console.js';
import type { PageTexts } from '../../platform/pages/page-texts.js';
import { Pages } from '../../platform/pages/pages.js';
import type { Visit } from './visit.js';

/** A page of the console: its template below `console/`, its texts, and what it shows. */
export interface ConsolePage {
  readonly name: string;
  readonly texts: PageTexts;
  readonly view: object;
}

/** Shows pages inside the console's frame. */
@Injectable()
export class ConsolePages {
  constructor(
    private readonly pages: Pages,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async show(visit: Visit, { name, texts, view }: ConsolePage): Promise<string> {
    const { language } = visit;
    const frame = await this.frame(visit);
    return this.pages.render(`console/${name}`, {
      language,
      texts,
      view: { ...view, frame, zone: this.config.zone },
    });
  }

  private async frame({ actor, path, here, language }: Visit): Promise<ConsoleFrame> {
    const { reader } = this.database;
    const account = await reader.findOne(Account, { id: actor.accountId });
    const party = await reader.findOne(Party, { id: actor.partyId });
    const place = party ? partyName(party, language) : actor.number;
    return { path, here, account: actor.accountId, person: account?.name ?? actor.number, place, roles: actor.roles };
  }
}

/** The name of a party in the reader's language; Chinese where there is no English one. */
export function partyName({ nameZh, nameEn }: Party, language: Visit['language']): string {
  return language === 'en' ? (nameEn ?? nameZh) : nameZh;
}
