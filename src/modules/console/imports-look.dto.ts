import { IsIn } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { IMPORT_KINDS } from '../exchange/index.js';
import { SpokenLook } from './page-queries.dto.js';

export class ImportsLook extends SpokenLook {
  @MayBeLeftOut()
  @IsIn(IMPORT_KINDS)
  kind?: string;
}
