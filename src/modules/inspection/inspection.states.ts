/** Where an inspection is; a returned one is `inspecting` again, one that was broken off has no verdict that counts. */
export const INSPECTION_STATES = ['inspecting', 'awaiting-review', 'signed', 'broken-off'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
