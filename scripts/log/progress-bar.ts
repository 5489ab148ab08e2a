import { say, type Text } from '../../src/kernel/language.js';

const WIDTH = 30;
const EVERY_MILLIS = 100;

/** One line on the terminal that tells how far the work is; nothing where there is no terminal. */
export class ProgressBar {
  private readonly isShown: boolean;
  private shownAt = 0;

  constructor(isQuiet: boolean) {
    this.isShown = !isQuiet && process.stderr.isTTY;
  }

  show(what: Text, done: number, total: number): void {
    const now = performance.now();
    if (!this.isShown || (now - this.shownAt < EVERY_MILLIS && done < total)) return;
    this.shownAt = now;
    const part = total > 0 ? done / total : 1;
    const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
    const words = `${say(what, 'zh')} ${say(what, 'en')}`;
    process.stderr.write(`\r\u001b[2K${bar} ${Math.floor(part * 100)} % ${words} ${done}/${total}`);
  }

  clear(): void {
    if (this.isShown && this.shownAt > 0) process.stderr.write('\r\u001b[2K');
  }
}
