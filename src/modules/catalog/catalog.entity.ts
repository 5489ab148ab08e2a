import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. A content of a category file that was in use from some day on; the content is a blob by its hash. */
@Entity('category_version')
export class CategoryVersion {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'version', type: 'text' })
  version: string;

  /** SHA-256 of the canonical JSON, hex. */
  @Column({ name: 'hash', type: 'text' })
  hash: string;

  @Column({ name: 'loaded_at', type: 'text' })
  loadedAt: string;
}

/** Class: projection. One published version of what a warehouse tests of a category. */
@Entity('plan_version')
export class PlanVersion {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'category_version', type: 'text' })
  categoryVersion: string;

  @Column({ name: 'category_hash', type: 'text' })
  categoryHash: string;

  /** 1, 2, 3 … per warehouse and category. */
  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'uncertainty_rule', type: 'text' })
  uncertaintyRule: string;

  /** JSON list of plan items. */
  @Column({ name: 'items', type: 'text' })
  items: string;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'published_at', type: 'text' })
  publishedAt: string;
}

/** Class: projection. What a merchant sells; its attributes and declarations are filled into consignments. */
@Entity('product')
export class Product {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'brand', type: 'text', nullable: true })
  brand: string | null;

  @Column({ name: 'spec', type: 'text', nullable: true })
  spec: string | null;

  /** JSON object of attribute code to value; not all of those that the category asks for. */
  @Column({ name: 'attributes', type: 'text' })
  attributes: string;

  /** JSON object of text. */
  @Column({ name: 'declared', type: 'text' })
  declared: string;

  @Column({ name: 'registered_at', type: 'text' })
  registeredAt: string;

  /** Since then it is filled into no consignment any more. */
  @Column({ name: 'withdrawn_at', type: 'text', nullable: true })
  withdrawnAt: string | null;
}
