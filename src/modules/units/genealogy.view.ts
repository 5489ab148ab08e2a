import { QuantityView } from './units.dto.js';
import type { Genealogy, LotOfRepacking, RepackingRecord } from './genealogy.queries.js';

export class RepackedLotView {
  unitId: string;
  name: string;
  lotNo: string | null;
  stage: string;
  /** Taken of a source, or put into a child. */
  quantity: QuantityView;
}

export class RepackingView {
  id: string;
  at: string;
  /** Number of who packed. */
  packer: string;
  sources: RepackedLotView[];
  children: RepackedLotView[];
  loss: QuantityView;
  lossReason: string | null;
}

export class GenealogyView {
  /** Where the unit comes from, the nearest first. */
  backward: RepackingView[];
  /** What became of it. */
  forward: RepackingView[];
}

export function genealogyView({ backward, forward }: Genealogy): GenealogyView {
  return { backward: backward.map(repackingView), forward: forward.map(repackingView) };
}

function repackingView({ repacking, sources, children }: RepackingRecord): RepackingView {
  const { id, at, unit, packerNumber, lossValue, lossReason } = repacking;
  const lot = (each: LotOfRepacking) => lotView(each, unit);
  const loss = { value: lossValue, unit };
  return { id, at, packer: packerNumber, sources: sources.map(lot), children: children.map(lot), loss, lossReason };
}

function lotView({ unit, value }: LotOfRepacking, code: string): RepackedLotView {
  const { id, name, lotNo, stage } = unit;
  return { unitId: id, name, lotNo, stage, quantity: { value, unit: code } };
}
