import { IsBoolean, IsIn } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { IMPORT_KINDS, type ImportKind } from './exchange.kinds.js';

export class UploadQuery {
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  /** The file's name, to know it again. */
  @MayBeLeftOut()
  @IsText(200)
  name?: string;
}

export class CommitBody {
  /** Records the rows without problems and leaves out the others. */
  @MayBeLeftOut()
  @IsBoolean()
  leaveOut?: boolean;
}

export class UploadedView {
  id: string;
}

export class ImportProblemView {
  /** The row of the sheet, from 1; 0 for the file as a whole. */
  row: number;
  /** The header of the column; empty for the whole row. */
  column: string;
  value: string;
  code: string;
  zh: string;
  en: string;
}

export class ImportPreviewView {
  place: number;
  row: number;
  /** How many rows of the sheet make it. */
  rows: number;
  /** What the single command would be sent. */
  body: object;
}

export class ImportView {
  id: string;
  /** products, consignments or readings. */
  kind: string;
  /** checking, checked, failed, recording, recorded, stopped, undoing or undone. */
  state: string;
  /** Known until it is committed; null afterwards, when the hash tells which file it was. */
  fileName: string | null;
  /** SHA-256 of the file. */
  fileHash: string;
  /** SHA-256 of the list of records; null while it is being checked. */
  listHash: string | null;
  rows: number;
  records: number;
  /** Found in the check. */
  problemCount: number;
  /** Of the step that goes on now: 0 to 1000. */
  progress: number;
  recorded: number;
  refused: number;
  undone: number;
  /** Could not be taken back. */
  kept: number;
  /** The first ones. */
  problems: ImportProblemView[];
  preview: ImportPreviewView[];
  /** list-lost, account-closed or role-taken. */
  stoppedBy: string | null;
  undoReason: string | null;
  madeAt: string;
  changedAt: string;
}

export class ImportsView {
  items: ImportView[];
}
