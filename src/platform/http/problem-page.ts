import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { pageTexts } from '../pages/page-texts.js';
import { Pages } from '../pages/pages.js';
import type { Problem } from './problem.js';
import { languageOf } from './request-language.js';

const texts = pageTexts('problem', {
  home: { zh: '回到首页', en: 'Go to the start page' },
  signIn: { zh: '去登录', en: 'Sign in' },
  number: { zh: '编号 {requestId}', en: 'Number {requestId}' },
});

/** A problem as a page, for people who followed a link. */
@Injectable()
export class ProblemPage {
  constructor(private readonly pages: Pages) {}

  render(problem: Problem, request: FastifyRequest): string {
    return this.pages.render('problem', { language: languageOf(request), texts, view: problem });
  }
}
