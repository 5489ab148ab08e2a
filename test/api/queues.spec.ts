import { Unit } from '../../src/modules/units/index.js';
import { demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { passedBracelet } from '../support/inspection.js';
import { describeOnBoth } from '../support/world.js';

/** One more than a queue shows. */
const MANY = 51;

describeOnBoth('what waits for the packer and for the reviewer', (world) => {
  it('is not hidden behind the older work of the other', async () => {
    const people = await demoWarehouse(world());
    const { database, ledger } = world();
    const { unitId: passed } = await passedBracelet(world(), people);
    const { unitId: certified } = await certifiedBracelet(world(), people);
    const row = await database.reader.findOne(Unit, { id: passed });
    if (!row) throw new Error('the unit is on record');
    const older = Array.from({ length: MANY }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    await ledger.run((tx) =>
      tx.insertAll(
        Unit,
        older.map((id) => ({ ...row, id })),
      ),
    );
    const packing = await world().get('/console/packing', { as: people.packer });
    expect(packing.text).toContain(`/console/packing/${certified}`);
    const home = await world().get('/console', { as: people.reviewer });
    expect(home.text).toContain(`/console/units/${older[0]}`);
    expect(home.text).not.toContain(`/console/units/${certified}`);
  });
});
