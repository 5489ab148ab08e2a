import { type DynamicModule, Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { CatalogModule } from '../modules/catalog/index.js';
import { CertificatesModule } from '../modules/certificates/index.js';
import { ConsoleModule } from '../modules/console/index.js';
import { DeadlinesModule } from '../modules/deadlines/index.js';
import { ExchangeModule } from '../modules/exchange/index.js';
import { DiversionsModule } from '../modules/diversions/index.js';
import { FilmingModule } from '../modules/filming/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { InspectionModule } from '../modules/inspection/index.js';
import { InstrumentsModule } from '../modules/instruments/index.js';
import { IntakeModule } from '../modules/intake/index.js';
import { LiveModule } from '../modules/live/index.js';
import { NonconformityModule } from '../modules/nonconformity/index.js';
import { PackagingModule } from '../modules/packaging/index.js';
import { LabellingModule } from '../modules/labelling/index.js';
import { PartiesModule } from '../modules/parties/index.js';
import { RepackingModule } from '../modules/repacking/index.js';
import { ReportsModule } from '../modules/reports/index.js';
import { SamplingModule } from '../modules/sampling/index.js';
import { ShippingModule } from '../modules/shipping/index.js';
import { StatisticsModule } from '../modules/statistics/index.js';
import { UnitsModule } from '../modules/units/index.js';
import { VerificationModule } from '../modules/verification/index.js';
import { BlobsModule } from '../platform/blobs/blobs.module.js';
import type { Config } from '../platform/config/config.js';
import { ConfigModule } from '../platform/config/config.module.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { PagesModule } from '../platform/pages/pages.module.js';
import { SystemModule, type SystemParts } from '../platform/system/system.module.js';
import { CATEGORIES_FOLDER, PAGES_FOLDER } from './folders.js';
import { projections } from './projections.js';
import { schema } from './schema.js';

/** The table of contents: the platform, the ledger, then the business in the order of a product's life. */
@Module({})
export class AppModule {
  static with(config: Config, system: SystemParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        SystemModule.with(system),
        DatabaseModule.with(schema),
        HttpModule,
        PagesModule.over(PAGES_FOLDER),
        BlobsModule,
        LedgerModule.with(projections),
        IdentityModule,
        PartiesModule,
        CatalogModule.over(CATEGORIES_FOLDER),
        UnitsModule,
        IntakeModule,
        InstrumentsModule,
        SamplingModule,
        FilmingModule,
        InspectionModule,
        ReportsModule,
        CertificatesModule,
        PackagingModule,
        LabellingModule,
        RepackingModule,
        DiversionsModule,
        NonconformityModule,
        ShippingModule,
        VerificationModule,
        LiveModule,
        DeadlinesModule,
        StatisticsModule,
        ExchangeModule,
        ConsoleModule,
      ],
    };
  }
}
