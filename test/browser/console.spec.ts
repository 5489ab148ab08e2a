import type { Role } from '../../src/kernel/actor.js';
import { certifiedBracelet, packed } from '../support/certificates.js';
import { BRACELET_ANSWERS } from '../support/answers.js';
import type { Answers, Desk } from '../support/desk.js';
import { photoBytes } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { workplace } from '../support/workplace.js';

describe('the console in a browser', () => {
  const at = workplace();

  const deskOf = (...roles: Role[]): Promise<Desk> => at().deskOf(...roles);

  async function announceAndReceive(): Promise<void> {
    const receiver = await deskOf('receiver');
    await receiver.press('Enter');
    await receiver.isAt(/\/consignments\/new$/);
    await receiver.fillIn(BRACELET);
    await receiver.press('Control+Enter');
    await receiver.isAt(/\/consignments\/[0-9a-f-]{36}$/);
    await receiver.press('Control+Enter');
    await receiver.sees('已收齐');
    await receiver.leave();
  }

  async function inspect(): Promise<void> {
    const inspector = await deskOf('inspector');
    await inspector.press('Enter');
    await inspector.isAt(/\/units\//);
    await inspector.press('Enter');
    await inspector.isAt(/\/inspections\//);
    // A file chooser is the machine's own window, beyond any page.
    const taken = { name: 'bracelet.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(90) };
    await inspector.page.setInputFiles('#f-photo', taken);
    await inspector.page.locator('#photos img').waitFor();
    await inspector.fillIn(BRACELET_ANSWERS);
    await inspector.sees('已读 11 / 11 项');
    expect(await inspector.page.textContent('#progress')).toMatch(/按现在的读数\s+合格/);
    await inspector.press('Enter');
    await inspector.isAt(/\/units\//);
    await inspector.leave();
  }

  async function reviewAndCertify(): Promise<void> {
    const reviewer = await deskOf('reviewer');
    await reviewer.press('Enter');
    await reviewer.isAt(/\/reviews\//);
    await reviewer.press('Enter');
    await reviewer.isAt(/\/units\//);
    await reviewer.press('Enter');
    await reviewer.isAt(/\/certificates\//);
    await reviewer.sees('有效');
    await reviewer.leave();
  }

  async function packAndLabel(): Promise<void> {
    const packer = await deskOf('packer');
    await packer.press('Enter');
    await packer.isAt(/\/packing\//);
    await packer.scan('FQ-26-000777');
    await packer.type('58.2');
    await packer.press('Control+Enter');
    await packer.isAt(/\/labels\//);
    await packer.type('2');
    await packer.press('Control+Enter');
    await packer.sees('把 2 份好标签贴在包装上');
    await packer.press('Enter');
    await packer.sees('去出库');
    await packer.leave();
  }

  async function ship(itemCode: string): Promise<void> {
    const shipper = await deskOf('shipper');
    await shipper.press('Enter');
    await shipper.isAt(/\/shipments\/new$/);
    await shipper.scan(`https://v.example.cn/v/${itemCode}`);
    await shipper.page.locator('.load li').waitFor();
    await shipper.press('Enter');
    await shipper.fillIn({ carrierName: '示例速运', waybill: 'SF1234567890' });
    await shipper.press('Enter');
    await shipper.isAt(/\/shipments\/[0-9a-f-]{36}$/);
    await shipper.sees('已出库');
    await shipper.leave();
  }

  it('takes a bracelet from its announcement to the carrier by keyboard and scanner alone', async () => {
    await announceAndReceive();
    await inspect();
    await reviewAndCertify();
    await packAndLabel();
    const [unit] = (await at().world.get('/api/v1/units?stage=labelled', { as: at().people.shipper })).body.items;
    const { items } = (await at().world.get(`/api/v1/units/${unit.id}/labels`, { as: at().people.packer })).body;
    await ship(items[1].code);
    const after = await at().world.get(`/api/v1/units/${unit.id}`, { as: at().people.shipper });
    expect(after.body).toMatchObject({ name: '紫晶手串', stage: 'shipped', isOnHold: false });
  }, 180_000);

  it('opens what is scanned anywhere, at the step that waits for who scans', async () => {
    const { number, unitId } = await certifiedBracelet(at().world, at().people);
    const packer = await deskOf('packer');
    await packer.goTo('/console/units');
    await packer.scan(number);
    await packer.isAt(new RegExp(`/console/packing/${unitId}$`));
    await packer.leave();
  });

  it('keeps what was typed and says beside the field what is wrong', async () => {
    const { unitId } = await certifiedBracelet(at().world, at().people);
    const packer = await deskOf('packer');
    await packer.goTo(`/console/packing/${unitId}`);
    await packer.fillIn({ sealNo: 'FQ-1', 'mass.value': 'heavy' });
    await packer.press('Control+Enter');
    await packer.page.locator('[data-error-for="mass.value"]').waitFor();
    expect(await packer.page.locator(':focus').getAttribute('name')).toBe('mass.value');
    expect(await packer.page.inputValue('[name=sealNo]')).toBe('FQ-1');
    await packer.page.context().close();
  });

  it('does not leave a page with unsaved typing when something is scanned, and keeps the field as it was', async () => {
    const { unitId, number } = await certifiedBracelet(at().world, at().people);
    const packer = await deskOf('packer');
    await packer.goTo(`/console/packing/${unitId}`);
    await packer.fillIn({ sealNo: 'FQ-9' });
    await packer.type('12');
    await packer.scan(number);
    await packer.sees('本页还有没提交的内容');
    expect(await packer.page.inputValue('[name="mass.value"]')).toBe('12');
    expect(await packer.page.inputValue('#scan-code')).toBe(number);
    expect(packer.page.url()).toContain(`/console/packing/${unitId}`);
    await packer.page.context().close();
  });

  it('asks for an attribute only when others say so', async () => {
    const receiver = await deskOf('receiver');
    await receiver.goTo('/console/consignments/new');
    await receiver.page.press('[data-line-category]', 'Enter');
    const method = receiver.page.getByText('优化处理方法');
    expect(await method.isVisible()).toBe(false);
    await receiver.page.selectOption('[name="lines[0].attributes.treatmentClass"]', '处理');
    expect(await method.isVisible()).toBe(true);
    await receiver.page.selectOption('[name="lines[0].attributes.treatmentClass"]', '未见优化处理');
    expect(await method.isVisible()).toBe(false);
    await receiver.page.context().close();
  });

  it('says what is wrong with the whole and lets it be sent again', async () => {
    const sealNo = await packed(
      at().world,
      at().people.packer,
      (await certifiedBracelet(at().world, at().people)).unitId,
    );
    const { unitId } = await certifiedBracelet(at().world, at().people);
    const packer = await deskOf('packer');
    await packer.goTo(`/console/packing/${unitId}`);
    await packer.fillIn({ sealNo, 'mass.value': '58.2' });
    await packer.press('Control+Enter');
    await packer.sees('packaging.seal-used');
    await packer.page.fill('[name=sealNo]', 'FQ-2');
    await packer.press('Control+Enter');
    await packer.isAt(/\/labels\//);
    await packer.page.context().close();
  });

  it('does not offer the signature to who inspected', async () => {
    const unitId = await receivedBracelet(at().world, at().people);
    const desk = await deskOf('inspector', 'reviewer');
    await desk.goTo(`/console/units/${unitId}`);
    await desk.press('Enter');
    await desk.isAt(/\/inspections\//);
    const inspectionId = desk.page.url().split('/').at(-1) ?? '';
    await desk.fillIn({ 'CRY-QTY value.value': '1' });
    await desk.sees('已读 1 / 11 项');
    await desk.page.press('#submission button', 'Enter');
    await desk.isAt(/\/units\//);
    await desk.goTo(`/console/reviews/${inspectionId}`);
    await desk.sees('要由另一个人复核');
    expect(await desk.page.locator('form[data-api*="/reviews"]').count()).toBe(0);
    await desk.leave();
  });

  it('shows a new API key once', async () => {
    const desk = await deskOf('admin');
    await desk.goTo(`/console/accounts/${at().people.packer.accountId}`);
    await desk.page.fill('[name=label]', '1 号天平');
    await desk.page.press('[name=label]', 'Control+Enter');
    await desk.page.locator('.secret:not([hidden])').waitFor();
    expect(await desk.page.textContent('.secret [data-answer-text]')).toMatch(/^yz_[0-9A-Z]{8}_.{27}$/);
    await desk.page.reload();
    expect(await desk.page.textContent('#keys')).toContain('1 号天平');
    expect(await desk.page.content()).not.toMatch(/yz_[0-9A-Z]{8}_[\w-]{27}/);
    await desk.leave();
  });

  it('stays in the language that was chosen', async () => {
    const host = await deskOf('host');
    await host.page.getByText('English', { exact: true }).press('Enter');
    await host.page.locator('html[lang=en]').waitFor();
    await host.goTo('/console/units');
    expect(await host.page.textContent('h1')).toContain('Goods');
    await host.leave();
  });
});

const LINE = 'lines[0].';
const BRACELET: Answers = {
  merchantId: '示例水晶店',
  reference: 'SJ-26-0007',
  [`${LINE}name`]: '紫晶手串',
  [`${LINE}attributes.articleType`]: '手链/手串',
  [`${LINE}attributes.gemName`]: '紫晶',
  [`${LINE}attributes.naturalness`]: '天然',
  [`${LINE}attributes.treatmentClass`]: '未见优化处理',
  [`${LINE}attributes.metal`]: '无',
  [`${LINE}attributes.totalMass`]: '21.36',
  [`${LINE}attributes.color`]: '紫色',
  [`${LINE}attributes.shape`]: '圆珠',
  [`${LINE}attributes.isChild`]: '否',
  [`${LINE}attributes.giClaim`]: '无',
  [`${LINE}attributes.hasMetalPart`]: '否',
  [`${LINE}declared.skuName`]: '天然紫晶手串 8mm',
  [`${LINE}declared.documents`]: '营业执照、合格证',
};
