import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/index.js';
import { InspectionModule } from '../inspection/index.js';
import { InstrumentsModule } from '../instruments/index.js';
import { IntakeModule } from '../intake/index.js';
import { LabellingModule } from '../labelling/index.js';
import { LiveModule } from '../live/index.js';
import { PartiesModule } from '../parties/index.js';
import { SamplingModule } from '../sampling/index.js';
import { NonconformityModule } from '../nonconformity/index.js';
import { ShippingModule } from '../shipping/index.js';
import { StatisticsModule } from '../statistics/index.js';
import { UnitsModule } from '../units/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { DeadlinesModule } from '../deadlines/index.js';
import { AccountPages } from './account-pages.controller.js';
import { CalibrationPages } from './calibration-pages.controller.js';
import { CategoryPages } from './category-pages.controller.js';
import { CertificatePages } from './certificate-pages.controller.js';
import { Board } from './board.js';
import { BoardPages } from './board-pages.controller.js';
import { ConsolePages } from './console-pages.js';
import { AnnouncementForms } from './announcement-forms.js';
import { ConsignmentDetail } from './consignment-detail.js';
import { ConsignmentPages } from './consignment-pages.controller.js';
import { ConsignmentQueue } from './consignment-queue.js';
import { EntryPages } from './entry.controller.js';
import { FlowRulePages } from './flow-rule-pages.controller.js';
import { GoodsAtStep } from './goods-at-step.js';
import { HomePages } from './home.controller.js';
import { InspectionPages } from './inspection-pages.controller.js';
import { InspectionSheets } from './inspection-sheets.js';
import { InstrumentCalendar } from './instrument-calendar.js';
import { InstrumentPages } from './instrument-pages.controller.js';
import { LabelPages } from './label-pages.controller.js';
import { LiveControl } from './live-control.js';
import { LivePages } from './live-pages.controller.js';
import { LogPages } from './log-pages.controller.js';
import { NonconformityPages } from './nonconformity-pages.controller.js';
import { OfferedInstruments } from './offered-instruments.js';
import { PackingFilms } from './packing-films.js';
import { PackingPages } from './packing-pages.controller.js';
import { ImportPages } from './import-pages.controller.js';
import { PartyPages } from './party-pages.controller.js';
import { PlanForms } from './plan-forms.js';
import { PlanPages } from './plan-pages.controller.js';
import { ProductLists } from './product-lists.js';
import { ProductPages } from './product-pages.controller.js';
import { PublishedPlans } from './published-plans.js';
import { Queues } from './queues.js';
import { RegisteredLaboratories } from './registered-laboratories.js';
import { RepackingPages } from './repacking-pages.controller.js';
import { ReportPages } from './report-pages.controller.js';
import { ReportsModule } from '../reports/index.js';
import { ReviewPages } from './review-pages.controller.js';
import { ScannedCodes } from './scanned-codes.js';
import { ScanPages } from './scan.controller.js';
import { SetUp } from './set-up.js';
import { ShipmentLoads } from './shipment-loads.js';
import { ShipmentPages } from './shipment-pages.controller.js';
import { StatisticsCharts } from './statistics-charts.js';
import { StatisticsPages } from './statistics-pages.controller.js';
import { UnitDetail } from './unit-detail.js';
import { UnitFacts } from './unit-facts.js';
import { UnitPages } from './unit-pages.controller.js';
import { UnitRecord } from './unit-record.js';
import { UnitTimeline } from './unit-timeline.js';
import { WaysAside } from './ways-aside.js';
import { WorkCards } from './work-cards.js';

/** The pages for people who work here. They read through the modules' queries, and write through the API only. */
@Module({
  imports: [
    PartiesModule,
    UnitsModule,
    IntakeModule,
    SamplingModule,
    InstrumentsModule,
    InspectionModule,
    ReportsModule,
    CertificatesModule,
    LabellingModule,
    NonconformityModule,
    ShippingModule,
    LiveModule,
    DeadlinesModule,
    StatisticsModule,
    ExchangeModule,
  ],
  controllers: [
    EntryPages,
    HomePages,
    BoardPages,
    ScanPages,
    ConsignmentPages,
    UnitPages,
    FlowRulePages,
    NonconformityPages,
    InspectionPages,
    RepackingPages,
    InstrumentPages,
    CalibrationPages,
    ReportPages,
    ReviewPages,
    CertificatePages,
    PackingPages,
    LabelPages,
    ShipmentPages,
    LivePages,
    ImportPages,
    PartyPages,
    ProductPages,
    CategoryPages,
    PlanPages,
    StatisticsPages,
    LogPages,
    AccountPages,
  ],
  providers: [
    AnnouncementForms,
    Board,
    ConsolePages,
    ConsignmentDetail,
    ConsignmentQueue,
    GoodsAtStep,
    InspectionSheets,
    InstrumentCalendar,
    LiveControl,
    OfferedInstruments,
    PlanForms,
    ProductLists,
    PublishedPlans,
    Queues,
    RegisteredLaboratories,
    ScannedCodes,
    SetUp,
    ShipmentLoads,
    StatisticsCharts,
    UnitDetail,
    UnitFacts,
    UnitRecord,
    UnitTimeline,
    PackingFilms,
    WaysAside,
    WorkCards,
  ],
})
export class ConsoleModule {}
