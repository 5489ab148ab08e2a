import type { Browser, Locator, Page } from 'playwright-core';
import type { Role } from '../../src/kernel/actor.js';
import type { Caller, World } from './world.js';

const PASSWORD = 'a long enough password';
/** Between two keys; scanners are faster than this, and the console tells them apart by that. */
const PERSONS_PACE = 55;
/** Seconds between two keys of a scanner. */
const SCANNERS_PACE = 0.005;

/** What goes into fields, by their names; a reading's name is its item and the rest: `CRY-RI value.value`. */
export type Answers = Readonly<Record<string, string>>;

/** Who signs in, where: a new account of a party, opened by the administrator. */
export interface Seat {
  readonly url: string;
  readonly admin: Caller;
  readonly partyId: string;
  readonly roles: readonly Role[];
}

const FOCUS_IS_SET = `!document.querySelector('[autofocus]') || document.querySelector(':focus')`;

let people = 0;

/** A person before a browser, with a keyboard and a scanner and without a mouse. */
export class Desk {
  /** Errors of the page's scripts, refused resources and broken content policies. */
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(message.text());
    });
  }

  /** Signs in by keyboard; the next page is the first one of the console. */
  static async open(browser: Browser, world: World, { url, admin, partyId, roles }: Seat): Promise<Desk> {
    const login = `desk${++people}`;
    const body = { login, name: `桌${people}`, password: PASSWORD, roles };
    const answer = await world.post(`/api/v1/parties/${partyId}/accounts`, { as: admin, body });
    if (answer.status !== 201) throw new Error(answer.text);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    context.setDefaultTimeout(15_000);
    const desk = new Desk(await context.newPage(), url);
    await desk.goTo('/console');
    // At no person's pace: before somebody has signed in, nothing listens for a scanner.
    await desk.page.keyboard.type(login);
    await desk.press('Tab');
    await desk.page.keyboard.type(PASSWORD);
    await desk.press('Enter');
    await desk.isAt(/\/console$/);
    return desk;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: PERSONS_PACE });
  }

  /** As a scanner does it, with Enter at the end. Each key says when it was struck, so a busy machine makes it no slower. */
  async scan(code: string): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    const started = Date.now() / 1_000;
    const keys = [...code].map((key) => ({ key, text: key }));
    const strokes = [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
    for (const [nth, stroke] of strokes.entries()) {
      const timestamp = started + nth * SCANNERS_PACE;
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...stroke });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: stroke.key });
    }
    await cdp.detach();
  }

  /** Types the address of a page, and waits until it has put the focus. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.page.waitForFunction(FOCUS_IS_SET);
  }

  /** Waits for a page, and until it has put the focus where the work goes on. */
  async isAt(address: RegExp): Promise<void> {
    await this.page.waitForURL(address);
    await this.page.waitForFunction(FOCUS_IS_SET);
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Answers field after field, from the one that has the focus, going on with Enter, until all answers are used. */
  async fillIn(answers: Answers): Promise<void> {
    const left = new Map(Object.entries(answers));
    for (let passed = 0; left.size > 0; passed++) {
      if (passed > 100) throw new Error(`these fields were never reached: ${[...left.keys()].join(', ')}`);
      const field = this.page.locator(':focus');
      const name = await nameOf(field);
      const answer = left.get(name);
      if (answer !== undefined) await this.answer(field, answer);
      left.delete(name);
      await this.press('Enter');
    }
  }

  /** Closes the browser's window. Throws when anything went wrong behind the pages. */
  async leave(): Promise<void> {
    await this.page.context().close();
    if (this.troubles.length > 0) throw new Error(this.troubles.join('\n'));
  }

  private async answer(field: Locator, answer: string): Promise<void> {
    const kind = await field.evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (kind === 'SELECT') await this.choose(field, answer);
    else if (kind === 'checkbox') await this.press('Space');
    else await this.type(answer);
  }

  private async choose(field: Locator, label: string): Promise<void> {
    const labels = await field.locator('option').allTextContents();
    const wanted = labels.indexOf(label);
    if (wanted < 0) throw new Error(`there is no choice "${label}" among ${labels.join(', ')}`);
    await this.press('Home');
    for (let at = 0; at < wanted; at++) await this.press('ArrowDown');
  }
}

/** The field's name; a nameless one goes by its form's item. */
async function nameOf(field: Locator): Promise<string> {
  const name = (await field.getAttribute('name')) ?? '';
  const item = field.locator('xpath=ancestor::form//input[@name="readings[0].item"]');
  if ((await item.count()) === 0) return name;
  return `${await item.inputValue()} ${name.replace('readings[0].', '')}`.trim();
}
