import { on, type Projection } from '../../ledger/index.js';
import { DeadlineRuleRow } from './deadlines.entity.js';
import { deadlineRuleSet } from './deadlines.events.js';

export const deadlinesProjection: Projection = {
  tables: [DeadlineRuleRow],
  rules: [
    on(deadlineRuleSet, async (tx, event) => {
      const { working, ...rule } = event.contents.party;
      await tx.delete(DeadlineRuleRow, { warehouseId: rule.warehouseId });
      await tx.insert(DeadlineRuleRow, {
        ...rule,
        working: working ? JSON.stringify(working) : null,
        setAt: event.at,
      });
    }),
  ],
};
