import type { Text } from '../../kernel/language.js';
import { type Category, declarationOf, type Product, recordedOf } from '../catalog/index.js';
import { attributeLines } from './unit-pages.view.js';

/** A product as a row of a list; what is not known is empty. */
export function productRow(product: Product, category: Category | undefined, merchant: string) {
  const { id, name, brand, spec, registeredAt, withdrawnAt } = product;
  return {
    id,
    name,
    brand: brand ?? '',
    spec: spec ?? '',
    registeredAt,
    withdrawnAt: withdrawnAt ?? '',
    merchant,
    category: nameOf(product, category),
  };
}

/** A product with what is recorded and declared of it. */
export function productFacts(product: Product, category: Category | undefined, merchant: string) {
  const { skuName = '', documents = '', quantity = '' } = declarationOf(product);
  return {
    ...productRow(product, category, merchant),
    attributes: attributeLines(recordedOf(product), category),
    declared: { skuName, documents, quantity },
  };
}

function nameOf({ categoryId }: Product, category: Category | undefined): Text {
  return category?.name ?? { zh: categoryId, en: categoryId };
}
