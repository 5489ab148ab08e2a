import { Module } from '@nestjs/common';
import { LogEntriesController } from './log-entries.controller.js';
import { LogEntries } from './log-entries.queries.js';
import { LookupPages } from './lookup-pages.js';
import { BundleContents } from './offline/bundle-contents.js';
import { BundleFiles } from './offline/bundle-files.js';
import { Scans } from './scans.js';
import { VerificationFilesController } from './verification-files.controller.js';
import { VerificationController } from './verification.controller.js';
import { VerificationQueries } from './verification.queries.js';
import { VerificationService } from './verification.service.js';
import { VerifyShells } from './verify-shells.js';

@Module({
  controllers: [LogEntriesController, VerificationController, VerificationFilesController],
  providers: [
    VerificationService,
    LogEntries,
    BundleContents,
    BundleFiles,
    VerificationQueries,
    VerifyShells,
    LookupPages,
    Scans,
  ],
  exports: [VerificationQueries],
})
export class VerificationModule {}
