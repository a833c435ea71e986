// env: K6_VUS=2 K6_ITERATIONS=4 K6_SUMMARY_TREND_STATS=avg,p(99),count K6_SUMMARY_TIME_UNIT=us
// Variables are stronger than the script's options.
export const options = { vus: 5, duration: '20s', summaryTrendStats: ['max'] };

export default function () {
  console.log('iteration');
}
