import type { ImportDraft, ImportRecord, ImportRun } from './exchange.entity.js';
import type { ImportPreviewView, ImportProblemView, ImportView } from './imports.dto.js';

const NOTHING_YET = { recorded: 0, refused: 0, undone: 0, kept: 0, stoppedBy: null, undoReason: null };

export function draftView(draft: ImportDraft): ImportView {
  const { id, kind, state, fileName, fileHash, listHash, rows, records, problems, progress, madeAt, seenAt } = draft;
  return {
    ...{ id, kind, state, fileName, fileHash, listHash, rows, records, progress, madeAt },
    ...NOTHING_YET,
    problemCount: problems,
    problems: JSON.parse(draft.firstProblems) as ImportProblemView[],
    preview: JSON.parse(draft.preview) as ImportPreviewView[],
    changedAt: seenAt,
  };
}

export function runView(run: ImportRun, troubled: readonly ImportRecord[]): ImportView {
  const { id, kind, state, fileHash, listHash, rows, records, recorded, refused, undone, kept } = run;
  return {
    ...{ id, kind, state, fileHash, listHash, rows, records, recorded, refused, undone, kept },
    fileName: run.fileName || null,
    problemCount: 0,
    progress: progressOf(run),
    problems: troubled.map(problemView),
    preview: [],
    stoppedBy: run.stoppedBy,
    undoReason: run.undoReason,
    madeAt: run.committedAt,
    changedAt: run.changedAt,
  };
}

function progressOf({ state, position, records, recorded, undone, kept }: ImportRun): number {
  const isUndo = state === 'undoing' || state === 'undone';
  const [done, all] = isUndo ? [undone + kept, recorded] : [position, records];
  return all === 0 ? 1_000 : Math.floor((done * 1_000) / all);
}

export function problemView({ row, problem, problemZh, problemEn }: ImportRecord): ImportProblemView {
  return { row, column: '', value: '', code: problem ?? '', zh: problemZh ?? '', en: problemEn ?? '' };
}
