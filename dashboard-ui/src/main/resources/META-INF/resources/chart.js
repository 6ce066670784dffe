// Draws what districtkpi.ui.chart.Chart hands over: an ECharts option, with names of CSS variables
// for colours. What cannot be said in JSON is added here, once for all charts.
window.districtKpiChart = (() => {
  /** The charts of the page. */
  const shown = new Set();
  /** What fits beside each other on a sheet of A4 in landscape, print being three quarters of it. */
  const SHEET = 1360;
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** The colour that a variable has now, in a form that ECharts can mix. */
  function colour(element, variable) {
    const probe = document.createElement('span');
    probe.style.color = variable;
    element.append(probe);
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgba(${red},${green},${blue},${alpha / 255})`;
  }

  /**
   * The same with colours in the place of variables. To look one up, the browser works out the
   * styles of the page anew: each is looked up once, not once a mark.
   */
  function withColours(value, element, known = new Map()) {
    if (typeof value === 'string') {
      if (!/^(var\(--|color-mix\()/.test(value)) {
        return value;
      }
      if (!known.has(value)) {
        known.set(value, colour(element, value));
      }
      return known.get(value);
    }
    if (Array.isArray(value)) {
      return value.map(entry => withColours(entry, element, known));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, withColours(entry, element, known)])
      );
    }
    return value;
  }

  /** A number with the minus sign that the page has. */
  function number(language, options) {
    const format = new Intl.NumberFormat(language, options);
    return value => format.format(value).replace('-', '\u2212');
  }

  /** ECharts itself knows neither Thai digits nor Thai months. */
  const formats = {
    value: language => number(language),
    time: language => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
      return value => format.format(value);
    },
  };

  /** The text of a mark as text: what a file says is never markup. */
  function tooltip(mark) {
    const text = document.createElement('div');
    text.className = 'chart-tooltip';
    text.textContent = mark.data?.text ?? mark.name;
    return text;
  }

  /** Below this many pixels lines have their names at one end, and one line below their axis. */
  const NARROW = 480;

  /** The size of the text of names, in pixels. */
  const FONT = 13;

  /** The least room for the name of a district on a map, in pixels. */
  const MIN_NAME = 56;

  /** From this many pixels on there is room for names beside dots. */
  const ROOMY = 720;

  /** What a legend takes: at its sides, a mark with the space behind its name, and a line. */
  const LEGEND_AROUND = 10;
  const LEGEND_MARK = 40;
  const LEGEND_LINE = 24;

  /** What a picture shows is fitted to its width where it has names that take room. */
  const isFitted = option =>
    option.yAxis?.axisLabel?.width || option.namesAtStart || option.namesAtEnds || option.shapes;

  /** A text in lines of whole words, which Thai writes without spaces. */
  function wrapped(text, width, element) {
    pixel.font = `${FONT}px ${getComputedStyle(element).fontFamily}`;
    const words = new Intl.Segmenter(element.lang, { granularity: 'word' });
    return text
      .split('\n')
      .flatMap(line => {
        const lines = [''];
        for (const { segment } of words.segment(line)) {
          const longer = lines.at(-1) + segment;
          if (lines.at(-1) && pixel.measureText(longer.trimEnd()).width > width) {
            lines.push(segment);
          } else {
            lines[lines.length - 1] = longer;
          }
        }
        return lines.map(one => one.trim());
      })
      .join('\n');
  }

  function leaveOutStarts(option) {
    option.grid.left = 24;
    option.grid.right = 124;
    option.xAxis.data = option.xAxis.data.map(step => step.split('\n')[0]);
    option.xAxis.axisLabel.hideOverlap = false;
    option.xAxis.axisLabel.interval = 0;
    for (const series of option.series) {
      delete series.data[0].label;
    }
  }

  /** The room of a line of text in a picture, in pixels. */
  const LINE = 16;

  /** How wide a text is drawn, the widest of its lines. */
  function widthOf(text, element, weight = 'normal') {
    pixel.font = `${weight} ${FONT}px ${getComputedStyle(element).fontFamily}`;
    return Math.max(...text.split('\n').map(line => pixel.measureText(line).width));
  }

  /** All points of a shape, however deep they lie. */
  function* pointsOf(coordinates) {
    if (typeof coordinates[0] === 'number') {
      yield coordinates;
    } else {
      for (const inner of coordinates) {
        yield* pointsOf(inner);
      }
    }
  }

  function boxOf(points) {
    const box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
    for (const [x, y] of points) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.low = Math.min(box.low, y);
      box.high = Math.max(box.high, y);
    }
    return box;
  }

  /** Whether no two texts in the middles of their shapes lie over each other, and none is cut. */
  function haveRoom(texts, shapes, series, element) {
    const boxes = new Map(
      shapes.features.map(one => [one.properties.code, boxOf(pointsOf(one.geometry.coordinates))])
    );
    const all = boxOf([...boxes.values()].flatMap(b => [[b.left, b.low], [b.right, b.high]]));
    const width = element.clientWidth - series.left - series.right;
    const height = element.clientHeight - series.top - series.bottom;
    const scale = Math.min(
      width / ((all.right - all.left) * series.aspectScale),
      height / (all.high - all.low)
    );
    const placed = [];
    for (const [code, text] of texts) {
      const box = boxes.get(code);
      if (!text || !box) {
        continue;
      }
      const one = {
        x: ((box.left + box.right) / 2) * series.aspectScale * scale,
        y: ((box.low + box.high) / 2) * scale,
        width: widthOf(text, element),
        height: text.split('\n').length * LINE,
      };
      const touches = placed.some(
        other =>
          Math.abs(other.x - one.x) < (other.width + one.width) / 2 &&
          Math.abs(other.y - one.y) < (other.height + one.height) / 2 - 1
      );
      if (touches) {
        return false;
      }
      placed.push(one);
    }
    return true;
  }

  /** Names and numbers of districts where they have room, else names, else numbers, else none. */
  function nameShapes(series, shapes, element) {
    const { label } = series;
    label.width = Math.min(label.width, Math.max(MIN_NAME, element.clientWidth * 0.19));
    // ECharts measures a little wider, and would break what just fits within a word.
    const broken = text => wrapped(text, label.width - 5, element);
    const written = series.data.map(area => area.label.formatter);
    const shorter = [
      text => text,
      text => text.split('\n')[0],
      text => text.split('\n')[1] ?? '',
      () => '',
    ].map(short => written.map(text => broken(short(text))));
    const fitting = shorter.find(texts =>
      haveRoom(texts.map((text, i) => [series.data[i].name, text]), shapes, series, element)
    );
    series.data.forEach((area, i) => {
      area.label.formatter = fitting[i];
    });
  }

  /**
   * How far texts beside each other have to be moved down, or up, until none lies over another.
   *
   * @param texts with their middle and their height, in pixels
   */
  function apart(texts, least, most) {
    const ordered = texts.toSorted((one, other) => one.y - other.y);
    let free = least;
    for (const text of ordered) {
      text.to = Math.max(text.y, free + text.height / 2);
      free = text.to + text.height / 2;
    }
    free = Math.max(most, ordered.reduce((sum, text) => sum + text.height, least));
    for (const text of ordered.toReversed()) {
      text.to = Math.min(text.to, free - text.height / 2);
      free = text.to - text.height / 2;
    }
    ordered.forEach(text => text.move(text.to - text.y));
  }

  /** The names at each end of lines stand below each other, near the ends of their lines. */
  function nameLines(option, element) {
    const { top, bottom } = option.grid;
    const { min, max, inverse } = option.yAxis;
    const height = element.clientHeight - top - bottom;
    const place = value => {
      const part = (value - min) / (max - min);
      return top + height * (inverse ? part : 1 - part);
    };
    const lines = option.series.filter(series => series.type === 'line');
    // Beside a mark a name stands at its middle, which of two of them is not where the line ends.
    const besides = series => {
      const part = /arrow/i.test(series.symbol) ? 0.5 : /pin/i.test(series.symbol) ? -0.65 : 0;
      return part * series.symbolSize;
    };
    const ends = [
      series => [series.data[0], series.data[0].label, besides(series)],
      series => [series.data.at(-1), series.endLabel, 0],
    ];
    for (const end of ends) {
      const texts = [];
      for (const series of lines) {
        const [mark, label, beside] = end(series);
        if (label?.show && mark.value !== undefined) {
          const rows = label.formatter.split('\n').length;
          texts.push({
            y: place(mark.value),
            height: rows * label.lineHeight,
            move: by => {
              label.offset = [0, by - beside];
            },
          });
        }
      }
      if (texts.length && Number.isFinite(min) && Number.isFinite(max)) {
        apart(texts, 0, element.clientHeight);
      }
    }
  }

  /** Of the width of a picture, what names at one of its sides take at least and at most. */
  const LEAST_SIDE = 0.34;
  const MOST_SIDE = 0.45;

  /** From the name of an end of a line to the end, and to the side of the picture, in pixels. */
  const AROUND_END = 18;

  /** Names at both ends of lines have the room that they need, or are cut with dots. */
  function nameEnds(option, element) {
    const width = element.clientWidth;
    ['left', 'right'].forEach((side, end) => {
      const labels = option.series.map(series => series.data[end]?.label).filter(Boolean);
      const widest = Math.max(
        0,
        ...labels.map(one => widthOf(one.formatter, element, one.fontWeight))
      );
      const room = Math.min(
        Math.max(widest + AROUND_END, width * LEAST_SIDE),
        width * MOST_SIDE
      );
      option.grid[side] = room;
      for (const label of labels) {
        label.width = room - AROUND_END + 1;
        label.overflow = 'truncate';
      }
    });
  }

  /** Between the names of thresholds, in pixels. */
  const BETWEEN = 16;

  /** Of thresholds that lie close to each other, those are named that can be told apart. */
  function nameThresholds(option, element) {
    const { min, max } = option.xAxis ?? {};
    const named = (option.series ?? [])
      .flatMap(series => series.markLine?.data ?? [])
      .filter(line => line.xAxis !== undefined && line.label)
      .toSorted((one, other) => one.xAxis - other.xAxis);
    if (named.length < 2 || !Number.isFinite(min) || !Number.isFinite(max)) {
      return;
    }
    // About what the names of rows and the numbers beside the dots leave.
    const names = option.yAxis?.axisLabel?.width ?? 0;
    const widest = Math.max(0, ...(option.yAxis?.data ?? []).map(name => widthOf(name, element)));
    const room = element.clientWidth - option.grid.right - Math.min(names, widest) - 16;
    const place = line => ((line.xAxis - min) / (max - min)) * room;
    const last = place(named.at(-1));
    let before = -Infinity;
    for (const line of named) {
      const at = place(line);
      const isLast = line === named.at(-1);
      if (!isLast && (at - before < BETWEEN || last - at < BETWEEN)) {
        line.label.show = false;
        continue;
      }
      before = at;
    }
  }

  /** Each name stands beside its dot, or all of them in a legend. */
  function nameMarks(option, element) {
    if (element.clientWidth >= ROOMY) {
      delete option.legend;
      option.grid.top = 8;
      return;
    }
    // In as many lines as it takes, none of them behind an arrow.
    pixel.font = `${FONT}px ${getComputedStyle(element).fontFamily}`;
    const room = element.clientWidth - LEGEND_AROUND;
    let lines = 1;
    let taken = 0;
    for (const name of option.legend.data) {
      const width = pixel.measureText(name).width + LEGEND_MARK;
      if (taken && taken + width > room) {
        lines += 1;
        taken = 0;
      }
      taken += width;
    }
    option.legend.type = 'plain';
    option.grid.top = 16 + LEGEND_LINE * lines;
    for (const series of option.series) {
      series.data.forEach(mark => delete mark.label);
    }
  }

  /** What ECharts is to draw, with the colours and the language of the page. */
  function prepared(element) {
    const { shapes, rows, namesAtStart, namesAtEnds, namesAtMarks, ...drawn } =
      element.chartOption;
    const option = withColours(drawn, element);
    if (shapes) {
      echarts.registerMap(element.id, shapes);
      option.series[0].map = element.id;
    }
    option.tooltip = { ...option.tooltip, formatter: tooltip, confine: true };
    for (const axis of [option.xAxis, option.yAxis]) {
      const format = formats[axis?.type]?.(element.lang);
      if (format) {
        axis.axisLabel = { ...axis.axisLabel, formatter: value => format(value) };
      }
    }
    for (const series of option.series ?? []) {
      if (series.label?.places !== undefined) {
        const { places, ...label } = series.label;
        const format = number(element.lang, {
          minimumFractionDigits: places,
          maximumFractionDigits: places,
        });
        // The first mark of several series says whose it is.
        series.label = {
          ...label,
          formatter: mark => [format(mark.value), mark.data.series].filter(Boolean).join(' '),
        };
      }
    }
    if (shapes) {
      nameShapes(option.series[0], shapes, element);
    }
    if (namesAtStart) {
      if (element.clientWidth < NARROW) {
        leaveOutStarts(option);
      }
      nameLines(option, element);
    }
    if (namesAtEnds) {
      nameEnds(option, element);
    }
    if (namesAtMarks) {
      nameMarks(option, element);
    }
    // Names of rows leave room for what is drawn beside them.
    const names = option.yAxis?.axisLabel;
    if (names?.width) {
      names.width = Math.min(names.width, element.clientWidth * 0.36);
    }
    nameThresholds(option, element);
    // Widths are measured on a canvas, which knows no "inherit"; the room that names of an axis
    // take is measured by the font of the axis alone.
    const { fontFamily } = getComputedStyle(element);
    option.textStyle = { ...option.textStyle, fontFamily };
    for (const axis of [option.xAxis, option.yAxis]) {
      if (axis?.axisLabel) {
        axis.axisLabel.fontFamily = fontFamily;
      }
    }
    option.animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    return option;
  }

  function draw(element, lazyUpdate = false) {
    const option = prepared(element);
    // Only what is new comes in moving: another theme or width changes nothing that it says.
    option.animation = option.animation && !element.chartDrawn;
    element.chartDrawn = true;
    element.chart.setOption(option, { notMerge: true, lazyUpdate });
  }

  /** Charts whose size changed, or whose colours did too. */
  const resized = new Set();
  const recoloured = new Set();

  /** Both at once, and several times, are one drawing before the next frame. */
  function drawSoon(element, why) {
    if (!resized.size && !recoloured.size) {
      requestAnimationFrame(() => {
        const all = new Set([...resized, ...recoloured]);
        const anew = new Set(recoloured);
        resized.clear();
        recoloured.clear();
        for (const one of all) {
          if (!shown.has(one) || !one.isConnected) {
            continue;
          }
          if (anew.has(one) || isFitted(one.chartOption)) {
            draw(one, true);
          }
          // Draws what waits for it, too.
          one.chart.resize();
        }
      });
    }
    why.add(element);
  }

  /** The room that a title takes above a picture that is saved. */
  const TITLE = 48;

  /** The same picture with its title on the paper of the page, drawn aside for a file. */
  function drawnAside(element, renderer) {
    const { title, unit } = element.dataset;
    const room = title ? TITLE : 0;
    const aside = document.createElement('div');
    const width = element.clientWidth;
    const height = element.clientHeight + room;
    aside.style.cssText = `position:fixed;inset-inline-start:-10000px;width:${width}px;height:${height}px`;
    document.body.append(aside);
    const option = prepared(element);
    option.animation = false;
    option.backgroundColor = colour(element, 'var(--paper)');
    if (title) {
      const ink = option.textStyle?.color ?? colour(element, 'var(--ink)');
      option.title = {
        text: title, subtext: unit, left: 8, top: 4, itemGap: 4,
        textStyle: { color: ink, fontSize: 15 },
        subtextStyle: { color: ink, fontSize: 13 },
      };
      if (option.grid) {
        option.grid.top = (option.grid.top ?? 0) + room;
      }
      if (option.legend) {
        option.legend.top = (option.legend.top ?? 0) + room;
      }
      if (!option.grid) {
        option.series[0].top = (option.series[0].top ?? 0) + room;
      }
    }
    const drawn = echarts.init(aside, null, { renderer, width, height });
    drawn.setOption(option);
    return {
      drawn,
      close() {
        drawn.dispose();
        aside.remove();
      },
    };
  }

  /** Gives a file to the browser, which saves it. */
  function give(name, address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
  }

  function giveText(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    give(name, address);
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  /** What is pointed at is lit up in the picture and in the table beside it. */
  function lightUpRows(element) {
    const prefix = element.chartOption.rows;
    if (!prefix) {
      return;
    }
    const row = name => document.getElementById(prefix + name);
    element.chart.on('mouseover', mark => row(mark.name)?.classList.add('pointed-at'));
    element.chart.on('mouseout', mark => row(mark.name)?.classList.remove('pointed-at'));
  }

  for (const [event, type] of [['mouseover', 'highlight'], ['mouseout', 'downplay']]) {
    document.addEventListener(event, happened => {
      const id = happened.target.closest?.('tr')?.id;
      for (const element of id ? shown : []) {
        const prefix = element.chartOption.rows;
        if (prefix && id.startsWith(prefix)) {
          element.chart.dispatchAction({ type, name: id.substring(prefix.length) });
        }
      }
    });
  }

  function start(element) {
    element.chart = echarts.init(element, null, { renderer: 'svg' });
    element.chart.on('click', mark => {
      if (mark.data?.link) {
        const link = document.createElement('a');
        link.href = mark.data.link;
        document.body.append(link);
        link.click();
        link.remove();
      }
    });
    lightUpRows(element);
    // On paper the picture is fitted into its place, whose size nobody tells a script.
    element.chart.on('rendered', () =>
      element
        .querySelector('svg')
        .setAttribute('viewBox', `0 0 ${element.chart.getWidth()} ${element.chart.getHeight()}`)
    );
    element.chartSize = new ResizeObserver(() => drawSoon(element, resized));
    element.chartSize.observe(element);
    shown.add(element);
  }

  /** Lets go of the charts of pages that are gone; one that comes back is started anew. */
  function sweep() {
    for (const element of shown) {
      if (!element.isConnected) {
        element.chartSize.disconnect();
        element.chart.dispose();
        delete element.chart;
        delete element.chartDrawn;
        shown.delete(element);
      }
    }
  }

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const look = () =>
    [
      dark.matches,
      getComputedStyle(document.documentElement).colorScheme,
      document.documentElement.getAttribute('theme'),
    ].join();
  let lookBefore = look();

  /** Much else is written on the root of the page, as whenever the window changes. */
  const redraw = () => {
    const now = look();
    if (now === lookBefore) {
      return;
    }
    lookBefore = now;
    sweep();
    shown.forEach(element => drawSoon(element, recoloured));
  };
  dark.addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style', 'theme', 'class'],
  });

  /** All charts drawn anew: as wide as a sheet and in dark ink, or as the window has them. */
  function fit(onPaper, colorScheme) {
    document.documentElement.style.colorScheme = colorScheme;
    for (const element of document.querySelectorAll('.chart')) {
      const part = element.offsetWidth / element.closest('main').offsetWidth;
      draw(element);
      element.chart.resize(onPaper ? { width: SHEET * part } : { width: 'auto' });
    }
  }

  let colorSchemeOnScreen;
  addEventListener('beforeprint', () => {
    colorSchemeOnScreen = document.documentElement.style.colorScheme;
    fit(true, 'light');
  });
  addEventListener('afterprint', () => fit(false, colorSchemeOnScreen));

  return {
    show(element, option) {
      sweep();
      element.chartOption = option;
      if (!element.chart) {
        start(element);
      }
      draw(element);
    },
    /** The picture as a file: an image, or lines that can be enlarged. */
    save(element, form, name) {
      const aside = drawnAside(element, form === 'svg' ? 'svg' : 'canvas');
      if (form === 'svg') {
        giveText(`${name}.svg`, aside.drawn.renderToSVGString(), 'image/svg+xml');
      } else {
        give(`${name}.png`, aside.drawn.getDataURL({ type: 'png', pixelRatio: 2 }));
      }
      aside.close();
    },
    /** A text as a file. */
    download(name, text) {
      giveText(name, text, 'text/csv;charset=utf-8');
    },
    /** The picture alone, as large as the screen. */
    fill(element) {
      element.closest('.chart-frame').requestFullscreen();
    },
  };
})();
