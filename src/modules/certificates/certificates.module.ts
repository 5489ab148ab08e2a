import { Module } from '@nestjs/common';
import { CertificatesQueries } from './certificates.queries.js';

@Module({ providers: [CertificatesQueries], exports: [CertificatesQueries] })
export class CertificatesModule {}
