import { Global, Module } from '@nestjs/common';
import { Blobs } from './blobs.js';

@Global()
@Module({ providers: [Blobs], exports: [Blobs] })
export class BlobsModule {}
