import { IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { ClockQuery } from '../deadlines/index.js';

/** Which clocks the board shows, and in which language. */
export class BoardLook extends ClockQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  lang?: string;
}
