// Draws what districtkpi.ui.chart.Chart hands over: an ECharts option, with names of CSS variables
// for colours. What cannot be said in JSON is added here, once for all charts.
window.districtKpiChart = (() => {
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

  function withColours(value, element) {
    if (typeof value === 'string') {
      return value.startsWith('var(--') ? colour(element, value) : value;
    }
    if (Array.isArray(value)) {
      return value.map(entry => withColours(entry, element));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, withColours(entry, element)])
      );
    }
    return value;
  }

  /** The text of a mark as text: what a file says is never markup. */
  function tooltip(mark) {
    const text = document.createElement('div');
    text.className = 'chart-tooltip';
    text.textContent = mark.data?.text ?? mark.name;
    return text;
  }

  function draw(element) {
    const option = withColours(element.chartOption, element);
    option.tooltip = { ...option.tooltip, formatter: tooltip, confine: true };
    if (option.xAxis?.type === 'time') {
      // ECharts itself knows no Thai month.
      const day = new Intl.DateTimeFormat(document.documentElement.lang, {
        day: 'numeric',
        month: 'short',
      });
      option.xAxis.axisLabel = { ...option.xAxis.axisLabel, formatter: value => day.format(value) };
    }
    // Widths are measured on a canvas, which knows no "inherit".
    option.textStyle = { ...option.textStyle, fontFamily: getComputedStyle(element).fontFamily };
    option.animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.chart.setOption(option, { notMerge: true });
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
    new ResizeObserver(() => element.chart.resize()).observe(element);
    const redraw = () => element.isConnected && draw(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    new MutationObserver(redraw).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['style', 'theme', 'class'],
    });
  }

  return {
    show(element, option) {
      element.chartOption = option;
      if (!element.chart) {
        start(element);
      }
      draw(element);
    },
  };
})();
