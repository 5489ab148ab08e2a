import { csvRows } from '../../src/platform/sheets/csv-writer.js';
import { PRODUCT_HEADER, productRow } from '../support/imports.js';
import { workplace } from '../support/workplace.js';

describe('a sheet in the browser', () => {
  const at = workplace();

  it('is uploaded, looked through, committed without its bad row, and undone', async () => {
    const { world, people, deskOf } = at();
    const { body: party } = await world.get(`/api/v1/parties/${people.merchantId}`, { as: people.receiver });
    const rows = Array.from({ length: 60 }, (_, i) => [party.uscc, ...productRow(`手串 ${i}`)]);
    const sheet = csvRows([['merchant', ...PRODUCT_HEADER], ...rows, [party.uscc, '', '', '', '', '']]);
    const desk = await deskOf('receiver');
    await desk.goTo('/console/imports?kind=products');
    const file = { name: '秋季新品.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
    await desk.page.locator('input[type=file]').setInputFiles(file);
    await desk.isAt(/\/console\/imports\/[0-9a-f-]{36}$/);
    await desk.sees('待确认');
    await desk.sees('秋季新品.csv');
    await desk.page.locator('input[name=leaveOut]').check();
    await desk.page.getByRole('button', { name: '确认记录' }).click();
    await desk.sees('已记录');
    await desk.page.locator('#f-reason').fill('传错了');
    await desk.page.getByRole('button', { name: '撤销导入' }).click();
    await desk.sees('撤不回');
    await desk.page.locator('.badge', { hasText: '已撤销' }).waitFor();
    const { body } = await world.get('/api/v1/imports', { as: people.receiver });
    expect(body.items).toMatchObject([{ fileName: null, recorded: 60, undone: 60, kept: 0 }]);
    await desk.leave();
  });
});
