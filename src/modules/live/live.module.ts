import { Module } from '@nestjs/common';
import { VerificationModule } from '../verification/index.js';
import { LiveRooms } from './live-rooms.js';
import { LiveController } from './live.controller.js';
import { LiveQueries } from './live.queries.js';
import { LiveService } from './live.service.js';
import { LiveTokens } from './live-tokens.js';
import { OverlayController } from './overlay.controller.js';
import { OverlayScreens } from './overlay-screens.js';
import { WishedCertificates } from './wished-certificates.js';

@Module({
  imports: [VerificationModule],
  controllers: [LiveController, OverlayController],
  providers: [LiveService, LiveTokens, LiveQueries, LiveRooms, OverlayScreens, WishedCertificates],
  exports: [LiveService, LiveQueries, OverlayScreens],
})
export class LiveModule {}
