import { Injectable } from '@nestjs/common';
import { ImportChecker } from './import-checker.js';
import { ImportRunner } from './import-runner.js';

/** What goes on in the background: looking through files, and recording them. */
@Injectable()
export class ImportWork {
  constructor(
    readonly checker: ImportChecker,
    readonly runner: ImportRunner,
  ) {}
}
