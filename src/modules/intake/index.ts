export { exceptionOf } from './intake-exceptions.service.js';
export { INTAKE_DIFFERENCES } from './intake.events.js';
export { Consignment, ConsignmentLine, IntakeException } from './intake.entity.js';
export { IntakeModule } from './intake.module.js';
export { intakeProjection } from './intake.projection.js';
export { IntakeQueries } from './intake.queries.js';
export { CONSIGNMENT_STATES, type ConsignmentState } from './intake.states.js';
export { lineAttributes, lineDeclared, lineView } from './intake.view.js';
