import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. A company that takes part; name and phone of its contact are personal, null once they were erased. */
@Entity('party')
export class Party {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn: string | null;

  /** 统一社会信用代码. */
  @Column({ name: 'uscc', type: 'text' })
  uscc: string;

  /** Why a code was taken whose check character is wrong. */
  @Column({ name: 'uscc_reason', type: 'text', nullable: true })
  usccReason: string | null;

  @Column({ name: 'address', type: 'text', nullable: true })
  address: string | null;

  @Column({ name: 'phone', type: 'text', nullable: true })
  phone: string | null;

  @Column({ name: 'contact_name', type: 'text', nullable: true })
  contactName: string | null;

  /** Number of a laboratory's 资质认定 (CMA). */
  @Column({ name: 'cma', type: 'text', nullable: true })
  cma: string | null;

  /** What the laboratory is accredited for: JSON list of texts. */
  @Column({ name: 'cma_scope', type: 'text' })
  cmaScope: string;

  @Column({ name: 'cma_valid_until', type: 'text', nullable: true })
  cmaValidUntil: string | null;

  /** The warehouse that registered it and keeps it; null when a person at the shell did. */
  @Column({ name: 'registered_by', type: 'text', nullable: true })
  registeredBy: string | null;

  @Column({ name: 'registered_at', type: 'text' })
  registeredAt: string;
}
