import {
  type Arbitrary,
  assert as assertAll,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  property,
  record,
  string as anyText,
  subarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODEL_NAMES } from '../driver/models';
import { PACES } from '../frame/paces';
import { FREEZABLE } from '../frame/turn';
import type { Choice } from '../scenes/scene';
import { SCENES } from '../scenes/registry';
import { numberChoice } from '../store/choice';
import { recordedRun } from '../recorded/recordedRun';
import { placeOf, readAddress, startAt, writeAddress } from './address';
import { FIELDS, type Place } from './fields';

const recorded = { ...recordedRun(), theme: 'system' as const };
const first = placeOf(recorded);
const read = (hash: string) => readAddress(hash, first);
const there = (change: Partial<Place>): Place => ({ ...first, ...change });

/** What a choice of a scene may be, as the store holds it. */
const anyOf = (choice: Choice): Arbitrary<string> =>
  'from' in choice
    ? double({ min: choice.from, max: choice.to, noNaN: true }).map((v) =>
        numberChoice(choice.whole ? Math.round(v) : v)!,
      )
    : constantFrom(...choice);

describe('the address', () => {
  it('of the page as it begins is empty', () => {
    expect(writeAddress(first, first)).toBe('');
    expect(read('')).toEqual({ place: first, misunderstood: [] });
  });

  it('can be read by people', () => {
    const { intervention } = first;
    const place = there({
      modelName: 'mamba2',
      prompt: 'The dog & the cat',
      own: 4,
      token: 2,
      layer: 3,
      intervention: { ...intervention, layer: 'all', aScale: 16, freeze: ['delta', 'B'] },
    });
    expect(writeAddress(place, first)).toBe(
      '#model=mamba2&prompt=The+dog+%26+the+cat&written=4&token=2&layer=3&A=16&freeze=delta,B&where=all',
    );
  });

  it('comes back as it was written, whatever it is', () => {
    const num = (max: number) => integer({ min: 0, max });
    const scenes = SCENES.map(({ meta: { id, choices = {} } }) => {
      const all = Object.entries(choices).map(([name, one]) => [name, anyOf(one)] as const);
      const some = record(Object.fromEntries(all), { requiredKeys: [] });
      return record({ scene: constant(id), choices: some as Arbitrary<Record<string, string>> });
    });
    const places = record({
      inScene: oneof(...scenes),
      modelName: constantFrom(...MODEL_NAMES),
      prompt: anyText({ minLength: 1 }).filter((text) => text.trim() !== ''),
      own: num(2000),
      token: option(num(5000)),
      layer: num(7),
      channel: num(511),
      state: num(127),
      pace: constantFrom(...PACES),
      tint: constantFrom('surprise' as const, 'delta' as const),
      theme: constantFrom('system' as const, 'light' as const, 'dark' as const),
      sampling: record({
        temperature: num(40).map((t) => t / 20),
        topK: num(4096),
        topP: integer({ min: 1, max: 20 }).map((p) => p / 20),
        seed: num(2 ** 32 - 1),
      }),
      turned: record({
        layer: oneof(constant('all' as const), num(7)),
        deltaScale: integer({ min: -16, max: 16 }).map((q) => Number((2 ** (q / 4)).toFixed(6))),
        aScale: constant(2),
        freeze: subarray([...FREEZABLE], { minLength: 1 }),
      }),
    }).map(({ turned, inScene, ...rest }) => there({ ...rest, ...inScene, intervention: turned }));
    assertAll(
      property(places, (place) => {
        const { place: back, misunderstood } = read(writeAddress(place, first));
        expect(misunderstood).toEqual([]);
        expect(back).toEqual(place);
      }),
    );
  });

  it('says what was chosen within the scene that is shown, and of no other', () => {
    const choices = { open: 'gate', dimension: '7', heard: 'mean' };
    expect(writeAddress(there({ scene: 'block', choices }), first)).toBe(
      '#scene=block&open=gate&dimension=7',
    );
    expect(writeAddress(there({ scene: 'state', choices }), first)).toBe('#scene=state&heard=mean');
    const { place, misunderstood } = read(
      '#scene=discretise&toyDelta=0.25&toyA=-3&toyAi=cat&input=impulse&open=door&dimension=1.5',
    );
    expect(place.choices).toEqual({ toyDelta: '0.25', toyA: '-3', input: 'impulse' });
    expect(misunderstood.map(({ name }) => name)).toEqual(['open', 'dimension', 'toyAi']);
  });

  it('has a name for each thing, and each name once', () => {
    const names = FIELDS.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('that makes no sense is left field by field, and what was not understood is named', () => {
    const hash =
      '#scene=nowhere&model=gpt&prompt=+&written=9e9&token=-1&layer=first&channel=1.5&state=0x2&delta=NaN&A=1000' +
      '&freeze=A&where=here&temperature=hot&topK=-3&topP=7&seed=cat&pace=5&tint=red&theme=pink&foo=bar';
    const { place, misunderstood } = read(hash);
    expect(place).toEqual(first);
    expect(misunderstood).toHaveLength(20);
    expect(misunderstood[5]).toEqual({ name: 'layer', text: 'first' });

    const half = read('#layer=3&channel=banana&A=4');
    expect(half.place).toMatchObject({
      layer: 3,
      channel: first.channel,
      intervention: { aScale: 4, layer: 3 },
    });
    expect(half.misunderstood).toEqual([{ name: 'channel', text: 'banana' }]);
  });

  it('never fails, whatever stands in it', () => {
    assertAll(property(anyText(), (hash) => void read(hash)));
    for (const hash of ['#%', '#prompt=%E0%A4%A', '#&&==', '#prompt'])
      expect(() => read(hash)).not.toThrow();
  });

  it('of a page that has just begun shows as much as the recorded run can', () => {
    const place = there({ layer: 99, state: 100, token: 5, modelName: 'mamba2' });
    const state = startAt(recorded, place);
    expect(state.cursor).toMatchObject({ token: 5, layer: 7, state: 15 });
    expect(state.modelName).toBe('mamba2');
    expect(startAt(recorded, there({ token: 4000 })).cursor.token).toBe(
      recorded.yours.tokens.length - 1,
    );
  });
});
