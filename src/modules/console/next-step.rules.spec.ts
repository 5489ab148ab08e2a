import { STAGES } from '../units/index.js';
import { isStepOf, nextStep, type Standing } from './next-step.rules.js';

const UNIT: Standing = {
  unitId: 'u',
  stage: 'received',
  isOnHold: false,
  isFilmed: false,
  inspectionId: 'i',
  certificate: undefined,
};

describe('the next step of a unit', () => {
  it.each([
    ['received', 'start', ['inspector'], undefined],
    ['inspecting', 'continue', ['inspector'], '/console/inspections/i'],
    ['awaiting-review', 'review', ['reviewer'], '/console/reviews/i'],
    ['failed', 'restart', ['inspector'], undefined],
    ['awaiting-resubmission', 'start', ['inspector'], undefined],
    ['reinspection', 'start', ['inspector'], undefined],
    ['intake-exception', 'accept', ['merchant'], undefined],
    ['awaiting-pickup', 'handOver', ['shipper', 'receiver'], undefined],
    ['picked-up', 'none', [], undefined],
    ['destroyed', 'none', [], undefined],
    ['passed', 'certify', ['reviewer'], undefined],
    ['labelled', 'ship', ['shipper'], '/console/shipments/new?unit=u'],
    ['shipped', 'none', [], undefined],
    ['returned', 'none', [], undefined],
  ] as const)('of one that is %s is to %s', (stage, key, roles, href) => {
    expect(nextStep({ ...UNIT, stage })).toEqual({ key, roles, href });
  });

  it('labels what is packed, by whoever packed it', () => {
    const certificate = { id: 'c', state: 'valid', isOutdated: false };
    const packed = { ...UNIT, stage: 'packed', certificate } as const;
    expect(nextStep(packed)).toMatchObject({ key: 'label', roles: ['packer'], href: '/console/labels/u' });
    expect(nextStep({ ...packed, isFilmed: true })).toMatchObject({ key: 'label', roles: ['merchant', 'packer'] });
    expect(nextStep({ ...packed, certificate: undefined })).toMatchObject({ key: 'certify' });
  });

  it('packs what has a valid certificate', () => {
    const certificate = { id: 'c', state: 'valid', isOutdated: false };
    expect(nextStep({ ...UNIT, stage: 'passed', certificate })).toMatchObject({ key: 'pack', roles: ['packer'] });
  });

  it.each(['passed', 'packed'] as const)('renews a certificate of an earlier inspection, at stage %s', (stage) => {
    const certificate = { id: 'c', state: 'suspended', isOutdated: true };
    expect(nextStep({ ...UNIT, stage, certificate })).toMatchObject({ key: 'renew', roles: ['reviewer'] });
  });

  it('waits while its certificate is suspended', () => {
    const certificate = { id: 'c', state: 'suspended', isOutdated: false };
    expect(nextStep({ ...UNIT, stage: 'passed', certificate })).toMatchObject({
      key: 'reinstate',
      href: '/console/certificates/c',
    });
  });

  it.each(STAGES)('is to release it while it is on hold, at stage %s', (stage) => {
    expect(nextStep({ ...UNIT, stage, isOnHold: true }).key).toBe('release');
  });

  it('belongs to whoever has one of its roles', () => {
    const step = nextStep(UNIT);
    expect(isStepOf(step, ['packer', 'inspector'])).toBe(true);
    expect(isStepOf(step, ['admin'])).toBe(false);
  });
});
