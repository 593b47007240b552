import { describe, expect, it } from 'vitest';
import { en } from '../strings.en';
import { newSeed, parseField } from './samplingFields';

const parse = (field: Parameters<typeof parseField>[0], typed: string) =>
  parseField(field, typed, 4096, en);

describe('sampling fields', () => {
  it('take numbers within their bounds, with a point or a comma', () => {
    expect(parse('temperature', '0.8')).toEqual({ value: 0.8 });
    expect(parse('topP', '0,9')).toEqual({ value: 0.9 });
    expect(parse('topK', ' 40 ')).toEqual({ value: 40 });
  });

  it('refuse everything else with the bounds in words', () => {
    const wrong = [
      ['temperature', '3'],
      ['temperature', ''],
      ['topK', '1.5'],
      ['topK', '5000'],
      ['topP', '0'],
      ['seed', '-1'],
      ['seed', 'cat'],
    ] as const;
    for (const [field, typed] of wrong) expect(parse(field, typed)).toHaveProperty('problem');
  });

  it('draw a new seed that the field itself would take', () => {
    expect(parse('seed', String(newSeed()))).toHaveProperty('value');
  });
});
