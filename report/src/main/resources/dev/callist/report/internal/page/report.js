'use strict';
// Draws the charts of a report from the figures in the page. Works without any other file.
(function () {
  var figures = JSON.parse(document.getElementById('figures').textContent);
  var charts = [];
  var CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400, 604800];
  var numbers = new Intl.NumberFormat('en-US');
  var money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function grouped(value) {
    return value == null ? '–' : numbers.format(value);
  }

  function clock(seconds) {
    if (seconds == null) {
      return '–';
    }
    var minutes = Math.floor(seconds / 60);
    return minutes + ':' + String(Math.round(seconds % 60)).padStart(2, '0');
  }

  function percent(value) {
    return value == null ? '–' : value + ' %';
  }

  function period(unit, seconds) {
    var text = new Date(seconds * 1000).toISOString();
    return text.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4);
  }

  function axis(more) {
    return Object.assign(
      {
        stroke: function () { return colour('soft'); },
        font: '11px system-ui, sans-serif',
        grid: { stroke: function () { return colour('grid'); }, width: 1 },
        ticks: { show: false },
        gap: 6,
      },
      more);
  }

  function valueAxis(format, steps) {
    return axis(Object.assign(steps ? { incrs: steps } : {}, {
      values: function (plot, splits) { return splits.map(function (split) { return split == null ? '' : format(split); }); },
      size: function (plot, values) {
        var longest = (values || []).reduce(function (most, value) { return Math.max(most, value.length); }, 2);
        return 14 + 6.5 * longest;
      },
    }));
  }

  function upwards(plot, low, high) {
    return [0, high > 0 ? high * 1.08 : 1];
  }

  // A point of time in the middle of its period, so that the first and the last bar are whole.
  function timeRange(times, unit) {
    var half = (unit === 'day' ? 1 : unit === 'month' ? 30 : 365) * 43200;
    return function () {
      return times.length ? [times[0] - half, times[times.length - 1] + half] : [0, 1];
    };
  }

  function timeAxis() {
    return axis({
      values: function (plot, splits, index, space, step) {
        var earlier = '';
        return splits.map(function (split) {
          var date = new Date(split * 1000);
          var year = String(date.getUTCFullYear());
          var month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
          var main = step >= 31536000 * 0.9 ? year : step >= 86400 * 27 ? month : month + ' ' + date.getUTCDate();
          var sub = main === year || year === earlier ? '' : '\n' + year;
          earlier = year;
          return main + sub;
        });
      },
      splits: function (plot, axisIndex, min, max, step) { return step < 2400000 ? daySplits(min, max, step) : monthSplits(min, max, step); },
      size: 40,
      space: 48,
      incrs: [86400, 172800, 604800, 1209600, 2419200, 7776000, 15552000, 31536000, 63072000, 157680000, 315360000],
    });
  }

  function daySplits(min, max, step) {
    var splits = [];
    for (var at = Math.ceil(min / 86400) * 86400; at <= max; at += step) {
      splits.push(at);
    }
    return splits;
  }

  // The first days of months, as many apart as the step has months.
  function monthSplits(min, max, step) {
    var months = Math.max(1, Math.round(step / 2630000));
    var first = new Date(min * 1000);
    var month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
    var splits = [];
    for (var at = 0; at <= max; month += months) {
      at = Date.UTC(Math.floor(month / 12), month % 12, 1) / 1000;
      if (at >= min && at <= max) {
        splits.push(at);
      }
    }
    return splits;
  }

  function timeScale(times, unit) {
    return { time: true, range: timeRange(times, unit) };
  }

  function utc(seconds) {
    return uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC');
  }

  function options(more) {
    return Object.assign(
      {
        height: 230,
        padding: [10, 16, 0, 0],
        tzDate: utc,
        cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
        legend: { live: true },
      },
      more);
  }

  function timeSeries(unit) {
    return { label: unit, value: function (plot, seconds) { return seconds == null ? '' : period(unit, seconds); } };
  }

  // Bars on top of each other: each begins at the sum of those below it.
  function calls() {
    var names = ['answered', 'no-answer', 'busy', 'canceled', 'failed', 'open'];
    var series = [timeSeries(figures.unit)];
    var data = [figures.times];
    var below = figures.times.map(function () { return 0; });
    figures.statuses.forEach(function (status, group) {
      var top = below.map(function (sum, i) { return sum + status.values[i]; });
      series.push(callSeries(names[group], status, below, top));
      data.push(top);
      below = top;
    });
    return {
      options: options({
        height: 270,
        scales: { x: timeScale(figures.times, figures.unit), y: { range: upwards } },
        axes: [timeAxis(), valueAxis(grouped)],
        series: series,
      }),
      data: data,
    };
  }

  function callSeries(name, status, below, top) {
    return {
      label: status.name,
      fill: colour(name),
      stroke: colour(name),
      width: 0,
      paths: uPlot.paths.bars({
        size: [0.82, 48],
        disp: { y0: { unit: 1, values: function () { return below; } }, y1: { unit: 1, values: function () { return top; } } },
      }),
      points: { show: false },
      value: function (plot, sum, series, i) { return i == null ? '' : grouped(status.values[i]); },
    };
  }

  function line(label, values, name, format, scale, steps) {
    return {
      options: options({
        height: 190,
        scales: { x: timeScale(figures.times, figures.unit), y: { range: scale } },
        axes: [timeAxis(), valueAxis(format, steps)],
        series: [
          timeSeries(figures.unit),
          {
            label: label,
            stroke: colour(name),
            fill: colour(name) + '22',
            width: 2,
            points: { show: figures.times.length < 40, size: 5, fill: colour(name) },
            value: function (plot, value) { return format(value); },
          },
        ],
      }),
      data: [figures.times, values],
    };
  }

  // Bars with a name each; the axis has the short names that fit.
  function categories(bars) {
    return {
      options: options({
        scales: { x: { time: false, range: [-0.6, bars.names.length - 0.4] }, y: { range: upwards } },
        axes: [
          axis({
            grid: { show: false },
            size: 28,
            splits: function () { return bars.names.map(function (each, i) { return i; }); },
            values: function (plot) {
              var every = Math.ceil(bars.names.length * bars.space / Math.max(1, plot.width - 60));
              return bars.axis.map(function (each, i) { return i % every ? '' : each; });
            },
          }),
          valueAxis(grouped),
        ],
        series: [
          { label: bars.noun, value: function (plot, i) { return i == null ? '' : bars.names[i]; } },
          {
            label: bars.label,
            fill: colour(bars.colour),
            stroke: colour(bars.colour),
            width: 0,
            paths: uPlot.paths.bars({ size: [0.7, 64] }),
            points: { show: false },
            value: function (plot, value) { return value == null ? '–' : bars.format(value); },
          },
        ],
      }),
      data: [bars.names.map(function (each, i) { return i; }), bars.values],
    };
  }

  function durations() {
    return categories({
      names: figures.durations.names, axis: figures.durations.starts, values: figures.durations.values, space: 40,
      noun: 'duration', label: 'calls', format: grouped, colour: 'answered',
    });
  }

  function cost(index) {
    var of = figures.costs[index];
    return categories({
      names: figures.months, axis: figures.months, values: of.values, space: 60,
      noun: figures.costUnit, label: of.currency, format: money.format, colour: 'canceled',
    });
  }

  function chart(name) {
    switch (name) {
      case 'calls':
        return calls();
      case 'answer-rate':
        return line('answer rate', figures.answerRate, 'answered', percent, [0, 100]);
      case 'average-duration':
        return line('average duration', figures.averageDuration, 'canceled', clock, upwards, CLOCK_STEPS);
      case 'durations':
        return durations();
      default:
        return cost(Number(name.slice('cost-'.length)));
    }
  }

  function draw(place) {
    var made = chart(place.dataset.chart);
    made.options.width = Math.max(200, place.clientWidth);
    place.textContent = '';
    return { place: place, plot: new uPlot(made.options, made.data, place) };
  }

  function drawAll() {
    charts.forEach(function (each) { each.plot.destroy(); });
    charts = Array.from(document.querySelectorAll('[data-chart]'), draw);
  }

  // The arrow keys move the cursor of a chart, and its values are read out.
  function move(event) {
    var found = charts.find(function (each) { return each.place === event.currentTarget; });
    var step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (!found || !step || !found.plot.data[0].length) {
      return;
    }
    event.preventDefault();
    var plot = found.plot;
    var last = plot.data[0].length - 1;
    var start = plot.cursor.idx == null ? (step > 0 ? -1 : last + 1) : plot.cursor.idx;
    var index = Math.min(last, Math.max(0, start + step));
    plot.setCursor({ left: plot.valToPos(plot.data[0][index], 'x'), top: 10 });
    var name = found.place.dataset.chart;
    document.querySelector('[data-values="' + name + '"]').textContent = plot.series
      .map(function (series, i) { return series.label + ' ' + series.value(plot, plot.data[i][index], i, index); })
      .join(', ');
  }

  drawAll();
  document.querySelectorAll('[data-chart]').forEach(function (place) { place.addEventListener('keydown', move); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  new ResizeObserver(function () {
    charts.forEach(function (each) {
      var width = Math.max(200, each.place.clientWidth);
      if (width !== each.plot.width) {
        each.plot.setSize({ width: width, height: each.plot.height });
      }
    });
  }).observe(document.body);
  // How long it took, in milliseconds.
  document.documentElement.dataset.drawn = String(Math.round(performance.now()));
})();
