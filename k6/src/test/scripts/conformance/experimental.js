// needs: newer, for await at the top level and k6/experimental/csv
// k6/experimental/fs, csv, streams; k6/secrets.
import csv from 'k6/experimental/csv';
import { open as openFile, SeekMode } from 'k6/experimental/fs';
import { CountQueuingStrategy, ReadableStream } from 'k6/experimental/streams';
import secrets from 'k6/secrets';
import { setTimeout } from 'k6/experimental/timers';
import { check } from 'k6';

export const options = { vus: 1, iterations: 1, thresholds: { checks: ['rate==1'] } };

const file = await openFile('./lib/data.csv');
const rows = await csv.parse(file, { skipFirstLine: true });
const people = await csv.parse(file, { asObjects: true });
const parser = new csv.Parser(file, { fromLine: 1, toLine: 1 });

async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    return String(error);
  }
  return '';
}

async function files() {
  const buffer = new Uint8Array(4);
  check(await file.stat(), { stat: (it) => it.name === 'data.csv' && it.size === 37 });
  const first = await file.read(buffer);
  const text = String.fromCharCode(...buffer);
  const at = await file.seek(-3, SeekMode.End);
  const last = await file.read(buffer);
  check(null, {
    read: first === 4 && text === 'name',
    seek: at === 34 && last === 3 && String.fromCharCode(...buffer.slice(0, 3)) === 'as"',
    'nothing behind the end': (await file.read(buffer)) === null,
    'no seek out of it': (await refused(file.seek(1, SeekMode.End))) !== '',
    'none in iterations': (await refused(openFile('./lib/data.csv'))).includes('init'),
  });
  await file.seek(0, SeekMode.Start);
}

async function tables() {
  check(rows, { 'rows are shared': (it) => it.length === 2 && it[1][1] === 'Paris, Texas' });
  check(people, { 'rows as objects': (it) => it[0].name === 'Ann' && it[1].city === 'Paris, Texas' });
  const one = await parser.next();
  const two = await parser.next();
  check(null, { 'a parser goes on': one.done === false && one.value.join() === 'Ann,Rome' && two.done === true });
}

async function streams() {
  let pulled = 0;
  const numbers = new ReadableStream(
    {
      start: (controller) => controller.enqueue('first'),
      async pull(controller) {
        pulled++;
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (pulled === 3) {
          controller.close();
        } else {
          controller.enqueue(pulled);
        }
      },
    },
    new CountQueuingStrategy({ highWaterMark: 2 }),
  );
  const all = [];
  for await (const each of numbers) {
    all.push(each);
  }
  check(all, { 'a stream is read to its end': (it) => it.join() === 'first,1,2' });
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('broken')) });
  const reader = broken.getReader();
  check(null, { 'an error comes through': (await refused(reader.read())).includes('broken'), 'one reader': broken.locked });
  let reason = '';
  const left = new ReadableStream({ cancel: (why) => (reason = why) });
  await left.cancel('enough');
  check(reason, { cancel: (it) => it === 'enough' });
}

export default async function () {
  await files();
  await tables();
  await streams();
  const more = await secrets.source('more');
  check(null, {
    'a secret': (await secrets.get('key')) === 'hidden',
    'of a source': (await more.get('b')) === 'other hidden',
    'of none': (await refused(secrets.get('other'))).includes('other'),
  });
}
