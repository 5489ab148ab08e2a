import { Equals, IsIn } from 'class-validator';
import { Receipt } from '../receipt.dto.js';
import { ERASURE_GROUNDS, type ErasureGround } from './personal-erased.js';

export class ErasureBody {
  /** Why, as 个人信息保护法 (PIPL) Article 47 puts it; it stands in the public log. */
  @IsIn(ERASURE_GROUNDS)
  ground: ErasureGround;

  /** Nothing brings the data back. */
  @Equals(true)
  confirm: true;
}

export class ErasureReceipt extends Receipt {
  /** False while something keeps the database's files from being rewritten: `npm run erase -- scrub` does it later. */
  isScrubbed: boolean;
}
