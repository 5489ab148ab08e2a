import {
  IdempotencyKey,
  LedgerCheckpoint,
  LedgerDisclosure,
  LedgerHead,
  LedgerPublished,
  LedgerSubject,
} from '../ledger/ledger.entity.js';
import {
  Inspection,
  InspectionOverride,
  InspectionPhoto,
  InspectionPlan,
  InspectionReading,
  InspectionWithdrawal,
  InspectionSampling,
} from '../modules/inspection/index.js';
import { CategoryVersion, PlanVersion, Product } from '../modules/catalog/index.js';
import { Certificate } from '../modules/certificates/index.js';
import { Account, ApiKey, ApiKeySecret, Credential, Session } from '../modules/identity/index.js';
import { ImportDraft, ImportRecord, ImportRun } from '../modules/exchange/index.js';
import { DeadlineRuleRow } from '../modules/deadlines/index.js';
import { Calibration, Instrument } from '../modules/instruments/index.js';
import { Consignment, ConsignmentLine, IntakeException } from '../modules/intake/index.js';
import { LivePick, LiveSession, LiveToken } from '../modules/live/index.js';
import {
  Nonconformity,
  NonconformityPhoto,
  NonconformityUnit,
  NonconformityWitness,
} from '../modules/nonconformity/index.js';
import { Packing, PackingOpened } from '../modules/packaging/index.js';
import { LabelCopy } from '../modules/labelling/index.js';
import { Party } from '../modules/parties/index.js';
import { LabReport, LabSample, SampleRule, UploadedReport } from '../modules/reports/index.js';
import { PackingFile } from '../modules/filming/index.js';
import { SamplingLot, SamplingStream } from '../modules/sampling/index.js';
import { Departure, PickUp } from '../modules/diversions/index.js';
import { Shipment, ShipmentUnit } from '../modules/shipping/index.js';
import { StatisticFinding, StatisticSupplier } from '../modules/statistics/index.js';
import { FlowRule, Repacking, RepackingLot, Unit, UnitHold } from '../modules/units/index.js';
import { Scan, ScanCount } from '../modules/verification/index.js';
import type { Schema } from '../platform/database/data-sources.js';
import { InspectionBrokenOff1763800000300 } from './migrations/1763800000300-inspection-broken-off.js';
import { InspectionWithdrawals1763800000232 } from './migrations/1763800000232-inspection-withdrawals.js';
import { Inspection1763800000006 } from './migrations/1763800000006-inspection.js';
import { Catalog1763800000013 } from './migrations/1763800000013-catalog.js';
import { Deadlines1763800000270 } from './migrations/1763800000270-deadlines.js';
import { Exchange1763800000290 } from './migrations/1763800000290-exchange.js';
import { Certificates1763800000007 } from './migrations/1763800000007-certificates.js';
import { CertificatesInDoubt1763800000212 } from './migrations/1763800000212-certificates-in-doubt.js';
import { Filming1763800000262 } from './migrations/1763800000262-filming.js';
import { UnitClocks1763800000271 } from './migrations/1763800000271-unit-clocks.js';
import { Identity1763800000002 } from './migrations/1763800000002-identity.js';
import { InspectionInstruments1763800000211 } from './migrations/1763800000211-inspection-instruments.js';
import { Instruments1763800000210 } from './migrations/1763800000210-instruments.js';
import { Intake1763800000005 } from './migrations/1763800000005-intake.js';
import { Labelling1763800000009 } from './migrations/1763800000009-labelling.js';
import { Ledger1763800000001 } from './migrations/1763800000001-ledger.js';
import { LedgerPublished1763800000101 } from './migrations/1763800000101-ledger-published.js';
import { Live1763800000012 } from './migrations/1763800000012-live.js';
import { Nonconformity1763800000250 } from './migrations/1763800000250-nonconformity.js';
import { Packaging1763800000008 } from './migrations/1763800000008-packaging.js';
import { Parties1763800000003 } from './migrations/1763800000003-parties.js';
import { PersonalStatistics1763800000103 } from './migrations/1763800000103-personal-statistics.js';
import { Repacking1763800000200 } from './migrations/1763800000200-repacking.js';
import { InspectionSampling1763800000231 } from './migrations/1763800000231-inspection-sampling.js';
import { Reports1763800000240 } from './migrations/1763800000240-reports.js';
import { InspectionReports1763800000241 } from './migrations/1763800000241-inspection-reports.js';
import { UploadedReports1763800000242 } from './migrations/1763800000242-uploaded-reports.js';
import { LateReports1763800000243 } from './migrations/1763800000243-late-reports.js';
import { ReportWithdrawers1763800000249 } from './migrations/1763800000249-report-withdrawers.js';
import { Sampling1763800000220 } from './migrations/1763800000220-sampling.js';
import { Shipping1763800000010 } from './migrations/1763800000010-shipping.js';
import { Statistics1763800000280 } from './migrations/1763800000280-statistics.js';
import { UnitsFlow1763800000260 } from './migrations/1763800000260-units-flow.js';
import { UnitsWaysAside1763800000261 } from './migrations/1763800000261-units-ways-aside.js';
import { Units1763800000004 } from './migrations/1763800000004-units.js';
import { Verification1763800000011 } from './migrations/1763800000011-verification.js';

/** Every entity and every migration, in the order of the layers and modules. */
export const schema: Schema = {
  entities: [
    ...[LedgerHead, LedgerDisclosure, LedgerSubject, LedgerCheckpoint, LedgerPublished, IdempotencyKey],
    ...[Account, ApiKey, Credential, Session, ApiKeySecret],
    ...[Party],
    ...[CategoryVersion, PlanVersion, Product],
    ...[Unit, UnitHold, Repacking, RepackingLot, FlowRule],
    ...[Consignment, ConsignmentLine, IntakeException],
    ...[Instrument, Calibration],
    ...[SamplingStream, SamplingLot],
    ...[PackingFile],
    ...[Inspection, InspectionPlan, InspectionReading, InspectionWithdrawal, InspectionPhoto],
    ...[InspectionSampling, InspectionOverride],
    ...[LabSample, UploadedReport, LabReport, SampleRule],
    ...[Certificate],
    ...[Packing, PackingOpened],
    ...[LabelCopy],
    ...[Departure, PickUp],
    ...[Nonconformity, NonconformityUnit, NonconformityPhoto, NonconformityWitness],
    ...[Shipment, ShipmentUnit],
    ...[ScanCount, Scan],
    ...[LiveSession, LivePick, LiveToken],
    ...[DeadlineRuleRow],
    ...[StatisticFinding, StatisticSupplier],
    ...[ImportDraft, ImportRun, ImportRecord],
  ],
  migrations: [
    Ledger1763800000001,
    Identity1763800000002,
    Parties1763800000003,
    Catalog1763800000013,
    Units1763800000004,
    Intake1763800000005,
    Inspection1763800000006,
    Certificates1763800000007,
    Packaging1763800000008,
    Labelling1763800000009,
    Shipping1763800000010,
    Verification1763800000011,
    Live1763800000012,
    LedgerPublished1763800000101,
    PersonalStatistics1763800000103,
    Repacking1763800000200,
    Instruments1763800000210,
    InspectionInstruments1763800000211,
    CertificatesInDoubt1763800000212,
    Deadlines1763800000270,
    Sampling1763800000220,
    InspectionSampling1763800000231,
    InspectionWithdrawals1763800000232,
    Reports1763800000240,
    InspectionReports1763800000241,
    UploadedReports1763800000242,
    LateReports1763800000243,
    Statistics1763800000280,
    UnitsFlow1763800000260,
    Exchange1763800000290,
    UnitsWaysAside1763800000261,
    Nonconformity1763800000250,
    Filming1763800000262,
    UnitClocks1763800000271,
    InspectionBrokenOff1763800000300,
    ReportWithdrawers1763800000249,
  ],
};
