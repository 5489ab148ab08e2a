import { Module } from '@nestjs/common';
import { FilmingController } from './filming.controller.js';
import { FilmingService } from './filming.service.js';

@Module({ controllers: [FilmingController], providers: [FilmingService] })
export class FilmingModule {}
