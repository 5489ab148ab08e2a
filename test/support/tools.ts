import { execFileSync } from 'node:child_process';

/** Other people's programs that some tests ask for a second opinion. npm brings none of them; `.ci/run` installs them. */
export type Tool = 'pdftotext' | 'pdftoppm' | 'zbarimg';

/** Tells whether the tool is there. In CI it must be, so that the second opinion is never left out unseen. */
export function hasTool(tool: Tool): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['CI']) throw new Error(`${tool} is missing: .ci/run installs it`);
    return false;
  }
}

/** What the tool prints. */
export function runTool(tool: Tool, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
