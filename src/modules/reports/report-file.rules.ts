/** Kinds of files that a report may be: as the laboratory issued it, or photographed. */
export const REPORT_FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type ReportFileType = (typeof REPORT_FILE_TYPES)[number];

/** How they begin, in hex; a WebP's length stands in the middle. */
const BEGINNINGS: readonly (readonly [RegExp, ReportFileType])[] = [
  [/^255044462d3[12]/, 'application/pdf'],
  [/^ffd8ff/, 'image/jpeg'],
  [/^89504e470d0a1a0a/, 'image/png'],
  [/^52494646.{8}57454250/, 'image/webp'],
];

/** Where the end mark of a PDF stands at the latest (PDF Reference 1.7, appendix H, note 18: within the last 1,024 bytes). */
const TAIL = 1_024;

/** What a file is by its bytes, whatever it is called; undefined for anything else, and for half a PDF. */
export function reportFileType(bytes: Uint8Array): ReportFileType | undefined {
  const start = hexOf(bytes.subarray(0, 12));
  const type = BEGINNINGS.find(([beginning]) => beginning.test(start))?.[1];
  return type === 'application/pdf' && !isWholePdf(bytes) ? undefined : type;
}

function isWholePdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(-TAIL)).includes('%%EOF');
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
