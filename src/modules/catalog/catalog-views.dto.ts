export class TextView {
  zh: string;
  en: string;
}

export class CategorySummaryView {
  id: string;
  version: string;
  /** SHA-256 of the canonical JSON of the file. */
  hash: string;
  name: TextView;
  industry: string;
  unitKinds: string[];
  itemCount: number;
}

export class CategoryList {
  items: CategorySummaryView[];
}

/** All of a category's file, as `templates/categories/category.schema.json` describes it. */
export class CategoryView extends CategorySummaryView {
  standards: object[];
  attributes: object[];
  items: object[];
  labelFields: object[];
  certificateFields: object[];
  consistencyRules: object[];
  forbiddenClaims: object[];
  notCovered: object[];
  retentionNote: TextView | null;
  returnRule: object | null;
}

export class PlanSummaryView {
  id: string;
  warehouseId: string;
  categoryId: string;
  categoryVersion: string;
  categoryHash: string;
  version: number;
  uncertaintyRule: string;
  itemCount: number;
  publishedAt: string;
  /** Why it was published; null for other parties. */
  reason: string | null;
}

export class PlanPage {
  items: PlanSummaryView[];
  next: string | null;
}

export class MissingLimitView {
  item: string;
  limit: string;
}

export class PlanView extends PlanSummaryView {
  items: object[];
  /** Figures that are still missing: an item that lacks one stays undecided. */
  missingLimits: MissingLimitView[];
}

export class ProductView {
  id: string;
  merchantId: string;
  name: string;
  categoryId: string;
  brand: string | null;
  spec: string | null;
  attributes: object;
  declared: object;
  registeredAt: string;
  /** Null while it may be used. */
  withdrawnAt: string | null;
}

export class ProductPage {
  items: ProductView[];
  next: string | null;
}
