import { describe, expect, it } from 'vitest';
import { brief, bytes, clock, compact, counted, duration, percent, percentileLabel, time, timeLabel } from '../src/format';

describe('brief', () => {
  it.each([
    [0, '0'],
    [0.0412, '0.041'],
    [1.004, '1.00'],
    [9.999, '10.0'],
    [99.96, '100'],
    [412.34, '412'],
    [1234567.8, '1,234,568'],
  ])('%d reads %s', (value, text) => expect(brief(value)).toBe(text));
});

describe('counted', () => {
  it.each([
    [0, '0 runs'],
    [1, '1 run'],
    [1234, '1,234 runs'],
  ])('%d reads %s', (value, text) => expect(counted(value, 'run')).toBe(text));
});

describe('time', () => {
  it.each([
    [0, '0', 'ms'],
    [0.0005, '0.500', 'µs'],
    [0.25, '250', 'µs'],
    [0.9999, '1.00', 'ms'],
    [1500, '1,500', 'ms'],
    [12_000, '12.0', 's'],
    [900_000, '15.0', 'min'],
  ])('%d ms reads %s %s', (millis, value, unit) => expect(time(millis)).toEqual({ value, unit }));
});

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.000001, '<0.01%'],
    [0.0123, '1.23%'],
    [0.99999, '>99.99%'],
    [1, '100%'],
  ])('%d reads %s', (share, text) => expect(percent(share)).toBe(text));
});

describe('bytes', () => {
  it.each([
    [0, '0', 'B'],
    [999, '999', 'B'],
    [999.9, '1.00', 'kB'],
    [12_345_678, '12.3', 'MB'],
    [5e15, '5.00', 'PB'],
    [5e18, '5,000', 'PB'],
  ])('%d reads %s %s', (size, value, unit) => expect(bytes(size)).toEqual({ value, unit }));
});

it('writes durations in words', () => {
  expect([0.5, 10, 60, 90, 3600, 3723].map(duration)).toEqual(['0.5s', '10s', '1m', '1m 30s', '1h', '1h 2m 3s']);
  expect(duration(59.7)).toBe('1m');
});

it('writes instants as on a clock', () => {
  expect([0, 5.9, 65, 3600, 36_061].map(clock)).toEqual(['0:00', '0:05', '1:05', '1:00:00', '10:01:01']);
});

it('writes labels of axes without noise', () => {
  expect([0, 0.1 + 0.2, 1500, 20_000, 2.5e6].map(compact)).toEqual(['0', '0.3', '1500', '20k', '2.5M']);
  expect([0, 0.2, 50, 1500].map(timeLabel)).toEqual(['0', '200 µs', '50 ms', '1.5 s']);
  expect([50, 99.9, 99.99].map(percentileLabel)).toEqual(['50%', '99.9%', '99.99%']);
});
