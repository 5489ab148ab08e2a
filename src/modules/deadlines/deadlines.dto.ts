import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Day } from '../../kernel/instant.js';
import { IsDay, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { type Stage, STAGES } from '../units/index.js';
import { CLOCK_STATES, type ClockState, type DeadlineTimes } from './deadline-clock.js';
import type { WorkingTime } from './working-time.rules.js';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Thirty days: whatever takes longer has no clock. */
const LONGEST = 43_200;

export class WorkingTimeBody implements Omit<WorkingTime, 'closedDays'> {
  @Matches(TIME)
  from: string;

  @Matches(TIME)
  to: string;

  /** Monday is 1, Sunday is 7. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays: number[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(366)
  @ArrayUnique()
  @IsDay({ each: true })
  closedDays?: Day[];
}

export class WorkingTimeView implements WorkingTime {
  from: string;
  to: string;
  weekdays: number[];
  closedDays: Day[];
}

export class DeadlineRuleBody implements DeadlineTimes {
  @IsInt()
  @Min(1)
  @Max(LONGEST)
  totalMinutes: number;

  @IsInt()
  @Min(1)
  @Max(LONGEST)
  testMinutes: number;

  @IsInt()
  @Min(1)
  @Max(LONGEST)
  handOverMinutes: number;

  /** Left out: the clock never stops. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => WorkingTimeBody)
  working?: WorkingTimeBody;

  @IsText(300)
  reason: string;
}

export class DeadlineRuleView {
  totalMinutes: number;
  testMinutes: number;
  handOverMinutes: number;
  working: WorkingTimeView | null;
  /** False while the usual rule holds. */
  isOwn: boolean;
  reason: string | null;
  setAt: string | null;
}

export class ClockQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(CLOCK_STATES)
  state?: ClockState;

  @MayBeLeftOut()
  @IsIn(STAGES)
  stage?: Stage;

  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;

  /** Number of the person who read last, of units in test. */
  @MayBeLeftOut()
  @IsText(20)
  inspector?: string;
}

export class UnitClockView {
  unitId: string;
  name: string;
  merchantId: string;
  stage: string;
  isOnHold: boolean;
  inspector: string | null;
  state: ClockState;
  receivedAt: string;
  /** Since when it counts: later than it came in when it was sent through again. */
  clockFrom: string;
  waitedMinutes: number;
  /** Working minutes; negative once overdue. */
  leftMinutes: number;
  dueAt: string | null;
}

export class UnitClockPage {
  items: UnitClockView[];
  next: string | null;
}

export class StateCountsView {
  overdue: number;
  'late-handover': number;
  'late-test': number;
  'in-time': number;
}

/** One row of a tally: a stage, a merchant's id or an inspector's number. */
export class ClockTallyView {
  of: string;
  counts: StateCountsView;
}

export class ClockTalliesView {
  at: string;
  all: StateCountsView;
  byStage: ClockTallyView[];
  byMerchant: ClockTallyView[];
  byInspector: ClockTallyView[];
}
