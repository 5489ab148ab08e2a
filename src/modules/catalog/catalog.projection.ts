import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { CategoryVersion, PlanVersion, Product } from './catalog.entity.js';
import { categoryLoaded, planPublished, productRegistered, productWithdrawn } from './catalog.events.js';

export const catalogProjection: Projection = {
  tables: [CategoryVersion, PlanVersion, Product],
  rules: [
    on(categoryLoaded, async (tx, event) => {
      await tx.insert(CategoryVersion, {
        id: subjectOf(event, 'category'),
        ...event.contents.clear,
        loadedAt: event.at,
      });
    }),
    on(planPublished, async (tx, event) => {
      const { items, ...plan } = event.contents.public;
      const { reason, accountId } = event.contents.party;
      const id = subjectOf(event, 'plan');
      const publishedAt = event.at;
      await tx.insert(PlanVersion, { id, ...plan, items: JSON.stringify(items), reason, accountId, publishedAt });
    }),
    on(productRegistered, async (tx, event) => {
      const { brand = null, spec = null, attributes, declared, ...product } = event.contents.party;
      await tx.insert(Product, {
        id: subjectOf(event, 'product'),
        ...product,
        brand,
        spec,
        attributes: JSON.stringify(attributes),
        declared: JSON.stringify(declared),
        registeredAt: event.at,
        withdrawnAt: null,
      });
    }),
    on(productWithdrawn, async (tx, event) => {
      await tx.update(Product, { id: subjectOf(event, 'product') }, { withdrawnAt: event.at });
    }),
  ],
};
