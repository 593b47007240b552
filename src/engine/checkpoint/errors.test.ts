import { expect, it } from 'vitest';
import { CheckpointError, fromPlain, toPlain } from './errors';

it('crosses a structured clone without losing its code, file or words', () => {
  const error = new CheckpointError('truncated', 'model.safetensors', 'It is cut short.');
  const back = fromPlain(structuredClone(toPlain(error)));
  expect(back).toBeInstanceOf(CheckpointError);
  expect(back).toMatchObject({
    name: 'CheckpointError',
    code: 'truncated',
    file: 'model.safetensors',
    message: 'It is cut short.',
  });
});

it('takes nothing else for a plain CheckpointError', () => {
  const plain = toPlain(new CheckpointError('missing', 'config.json', 'Not there.'));
  const others = [
    null,
    'missing',
    {},
    new Error('x'),
    { ...plain, code: 'odd' },
    { ...plain, file: 1 },
  ];
  for (const other of others) expect(fromPlain(other)).toBeNull();
});
