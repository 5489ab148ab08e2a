import { IntersectionType } from '@nestjs/swagger';
import { ClockQuery } from '../deadlines/index.js';
import { SpokenLook } from './page-queries.dto.js';

/** Which clocks the board shows, and in which language. */
export class BoardLook extends IntersectionType(ClockQuery, SpokenLook) {}
