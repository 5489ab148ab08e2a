export { Consignment, ConsignmentLine } from './intake.entity.js';
export { IntakeModule } from './intake.module.js';
export { intakeProjection } from './intake.projection.js';
