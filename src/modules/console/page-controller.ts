import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageHeaders } from './page-headers.js';
import { SignInRedirect } from './sign-in-redirect.js';

/** A controller whose routes answer with pages for people: HTML, never kept, and a way to sign in where that is missing. */
export function PageController(path = ''): ClassDecorator {
  return applyDecorators(
    Controller(path),
    ApiExcludeController(),
    UseInterceptors(PageHeaders),
    UseFilters(SignInRedirect),
  );
}
