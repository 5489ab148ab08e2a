/** Where an inspection is; a returned one is `inspecting` again. */
export const INSPECTION_STATES = ['inspecting', 'awaiting-review', 'signed'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
