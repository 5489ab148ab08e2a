import type { Role } from '../../src/kernel/actor.js';
import type { Desk } from '../support/desk.js';
import { IN_MASS, SAMPLED, sampleReading, signedLot, startedLot } from '../support/sampling.js';
import { workplace } from '../support/workplace.js';

/** The pace at which a person presses keys; a scanner's are told from it by their speed. */
const PACE = 70;

describe('the counter of a sample in a browser', () => {
  const at = workplace();

  const deskOf = (...roles: Role[]): Promise<Desk> => at().deskOf(...roles);
  const itemOf = async (id: string) => {
    const { body } = await at().world.get(`/api/v1/inspections/${id}`, { as: at().people.inspector });
    return body.items.find(({ code }: { code: string }) => code === SAMPLED);
  };
  const press = ({ page }: Desk, keys: string): Promise<void> => page.keyboard.type(keys, { delay: PACE });
  const says = async ({ page }: Desk, what: string, text: string | RegExp): Promise<void> => {
    await page.locator(`form [data-${what}]`, { hasText: text }).waitFor();
  };

  /** At the counter of a lot of 100 packages: 20 are looked at; 1 major and 2 minor defects are allowed. */
  async function atCounter(): Promise<{ desk: Desk; id: string }> {
    const { id } = await startedLot(at().world, at().people, IN_MASS);
    const desk = await deskOf('inspector');
    await desk.goTo(`/console/inspections/${id}`);
    await desk.type('100');
    await desk.press('Enter');
    await desk.sees('看 20 件');
    await desk.page.locator('a:focus', { hasText: '逐件计数' }).waitFor();
    await desk.press('Enter');
    await desk.isAt(/\/samples\/DSS-PKG$/);
    return { desk, id };
  }

  it('asks for the packages, counts by keys, and accepts the whole sample', async () => {
    const { desk, id } = await atCounter();
    await press(desk, '0 0320');
    await says(desk, 'of', '已看 6 / 20 件');
    await says(desk, 'go', '14');
    await desk.press('ArrowLeft');
    await desk.press('ArrowLeft');
    await says(desk, 'of', '已看 4 / 20 件');
    await press(desk, '0'.repeat(15));
    await says(desk, 'verdict', '还没看完');
    expect((await itemOf(id)).reading).toBeNull();
    await press(desk, '0');
    await says(desk, 'verdict', /^接收$/);
    await says(desk, 'unsaved', '已记录');
    expect(await itemOf(id)).toMatchObject({
      verdict: 'pass',
      reading: { value: { sampled: 20, defects: [{ severity: 'MI', count: 1 }] } },
    });
    await desk.leave();
  });

  it('counts nothing by keys that press something else', async () => {
    const { desk } = await atCounter();
    await desk.press('?');
    await desk.page.locator('#key-list[open]').waitFor();
    await press(desk, '123 ');
    await desk.page.locator('#key-list:not([open])').waitFor({ state: 'attached' });
    await desk.page.locator('[data-keys-open]').focus();
    await desk.press('Space');
    await desk.page.locator('#key-list[open]').waitFor();
    await says(desk, 'of', '已看 0 / 20 件');
    await desk.leave();
  });

  it('says at once when there are too many, records it, and takes the last one back', async () => {
    const { desk, id } = await atCounter();
    await press(desk, '022');
    await says(desk, 'verdict', '不接收');
    await says(desk, 'unsaved', '已记录');
    expect(await itemOf(id)).toMatchObject({ verdict: 'fail', reading: { value: { sampled: 3 } } });
    await desk.press('Backspace');
    await says(desk, 'verdict', '还没看完');
    await says(desk, 'unsaved', '已记录');
    expect(await itemOf(id)).toMatchObject({ verdict: 'undecided', reading: { value: { sampled: 2 } } });
    await desk.leave();
  });

  it('keeps what is not recorded over a reload, and records it by Enter', async () => {
    const { desk, id } = await atCounter();
    await press(desk, '00 3');
    await says(desk, 'unsaved', '有 4 件还没记录');
    await desk.page.reload();
    await says(desk, 'of', '已看 4 / 20 件');
    await desk.press('Enter');
    await says(desk, 'unsaved', '已记录');
    expect((await itemOf(id)).reading.value).toMatchObject({ sampled: 4, defects: [{ severity: 'MI', count: 1 }] });
    await desk.page.reload();
    await says(desk, 'of', '已看 4 / 20 件');
    await desk.leave();
  });

  it('loses nothing when the network is cut: the count waits, and is recorded once', async () => {
    const { desk, id } = await atCounter();
    const { page } = desk;
    await page.context().setOffline(true);
    await press(desk, '03'.padEnd(20, '0'));
    await says(desk, 'verdict', /^接收$/);
    await says(desk, 'unsaved', '已留在本机');
    expect((await itemOf(id)).reading).toBeNull();
    await desk.press('Backspace');
    await press(desk, '3');
    await desk.press('Enter');
    await page.locator('[data-queue-count]', { hasText: '3 条' }).waitFor();
    await page.context().setOffline(false);
    await says(desk, 'unsaved', '已记录');
    const counted = { sampled: 20, defects: [{ severity: 'MI', count: 2 }] };
    expect(await itemOf(id)).toMatchObject({ verdict: 'pass', readCount: 3, reading: { value: counted } });
    await desk.press('Backspace');
    await says(desk, 'verdict', '还没看完');
    await says(desk, 'unsaved', '已记录');
    expect(await itemOf(id)).toMatchObject({ readCount: 4, reading: { value: { sampled: 19 } } });
    await page.context().close();
  });

  it('asks which count is kept when somebody else recorded one meanwhile', async () => {
    const { desk, id } = await atCounter();
    const { page } = desk;
    await page.context().setOffline(true);
    await press(desk, '0003');
    await desk.press('Enter');
    await says(desk, 'unsaved', '已留在本机');
    const { world, people } = at();
    const body = { readings: [sampleReading(7)] };
    const other = await world.post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body });
    expect(other.status).toBe(201);
    await page.context().setOffline(false);
    await page.locator('[data-queue-conflict]', { hasText: '已看 4 / 20 件' }).waitFor();
    await page.locator('[data-queue-drop]').click();
    await says(desk, 'of', '已看 7 / 20 件');
    await page.context().close();
  });

  it('takes no scan for a count', async () => {
    const { desk } = await atCounter();
    await press(desk, '0');
    await desk.scan('YZ1230123012');
    await desk.isAt(/\/console\/scan\?code=/);
    await desk.page.goBack();
    await says(desk, 'of', '已看 1 / 20 件');
    // Nothing is known under that code, which the browser calls an error.
    await desk.page.context().close();
  });

  it('lets an administrator decide that all is looked at when there is no table', async () => {
    for (let lot = 0; lot < 2; lot++) await signedLot(at().world, at().people, { sampled: 6, counts: { MA: 6 } });
    const { id } = await startedLot(at().world, at().people, IN_MASS);
    const desk = await deskOf('admin');
    await desk.goTo(`/console/inspections/${id}`);
    await desk.page.locator('#f-packages').focus();
    await desk.type('30');
    await desk.press('Enter');
    await desk.sees('加严抽样表没有找到出处');
    await desk.page.locator('#f-full-reason').focus();
    await desk.type('no table');
    await desk.press('Control+Enter');
    await desk.sees('管理员决定全数检验');
    await desk.sees('看 30 件');
    await desk.leave();
  });

  it('is set in the form of a plan', async () => {
    const desk = await deskOf('admin');
    await desk.goTo('/console/plans/new?categoryId=dried-shrimp-skin');
    const { page } = desk;
    const aql = (grade: string) => page.locator(`[data-item="${SAMPLED}"] [data-aql="${grade}"]`);
    expect(await aql('MA').inputValue()).toBe('2.5');
    expect(await page.locator('[data-tally]').textContent()).not.toContain('包装与外观');
    await aql('MI').focus();
    await desk.press('Home');
    expect(await page.locator('[data-tally]').textContent()).toContain('包装与外观');
    await aql('MA').focus();
    await desk.press('End');
    await page.locator('[name="reason"]').focus();
    await desk.type('AQL');
    await desk.press('Control+Enter');
    await desk.sees('方案已发布');
    await desk.sees('一般 AQL 6.5');
    const { body } = await at().world.get('/api/v1/plans?categoryId=dried-shrimp-skin', { as: at().people.admin });
    const plan = await at().world.get(`/api/v1/plans/${body.items[0].id}`, { as: at().people.admin });
    const item = plan.body.items.find(({ code }: { code: string }) => code === SAMPLED);
    expect(item.sampling.aql).toEqual({ MA: '6.5' });
    await desk.leave();
  });
});
