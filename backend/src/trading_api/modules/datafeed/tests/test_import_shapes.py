"""Each vendor's shape with the same two bars in it."""

import gzip
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import ImportReport, import_file

FAR = 2**53
# 2024-01-02T00:00:00Z, a Tuesday, and 2024-01-03
TUESDAY = 1_704_153_600_000
WEDNESDAY = TUESDAY + 86_400_000
MORNING = TUESDAY + 570 * 60_000

DAILY = {
    "Yahoo": """Date,Open,High,Low,Close,Adj Close,Volume
2024-01-02,187.15,188.44,183.89,185.64,184.938217,82488700
2024-01-03,184.22,185.88,183.43,184.25,183.553467,58414500
""",
    "yfinance": """Price,Close,High,Low,Open,Volume
Ticker,X,X,X,X,X
Date,,,,,
2024-01-02,185.64,188.44,183.89,187.15,82488700
2024-01-03,184.25,185.88,183.43,184.22,58414500
""",
    "yfinance history with offsets": """Date,Open,High,Low,Close,Volume,Dividends,Stock Splits
2024-01-02 00:00:00-05:00,187.15,188.44,183.89,185.64,82488700,0.0,0.0
2024-01-03 00:00:00-05:00,184.22,185.88,183.43,184.25,58414500,0.0,0.0
""",
    "Stooq": """Date,Open,High,Low,Close,Volume
2024-01-02,187.15,188.44,183.89,185.64,82488700
2024-01-03,184.22,185.88,183.43,184.25,58414500
""",
    "Stooq bulk": """<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
X,D,20240102,000000,187.15,188.44,183.89,185.64,82488700,0
X,D,20240103,000000,184.22,185.88,183.43,184.25,58414500,0
""",
    "Alpha Vantage": """timestamp,open,high,low,close,volume
2024-01-03,184.22,185.88,183.43,184.25,58414500
2024-01-02,187.15,188.44,183.89,185.64,82488700
""",
    "Alpha Vantage, numbered": """date,1. open,2. high,3. low,4. close,5. volume
2024-01-02,187.15,188.44,183.89,185.64,82488700
2024-01-03,184.22,185.88,183.43,184.25,58414500
""",
    "Kaggle with a pandas index": """,Date,Open,High,Low,Close,Volume
0,2024-01-02,187.15,188.44,183.89,185.64,82488700
1,2024-01-03,184.22,185.88,183.43,184.25,58414500
""",
    "pandas index as the date": """,open,high,low,close,volume
2024-01-02,187.15,188.44,183.89,185.64,82488700
2024-01-03,184.22,185.88,183.43,184.25,58414500
""",
    "Nasdaq": """Date,Close/Last,Volume,Open,High,Low
01/03/2024,$184.25,58414500,$184.22,$185.88,$183.43
01/02/2024,$185.64,82488700,$187.15,$188.44,$183.89
""",
    "Investing": """"Date","Price","Open","High","Low","Vol.","Change %"
"Jan 03, 2024","184.25","184.22","185.88","183.43","58.4145M","-0.75%"
"Jan 02, 2024","185.64","187.15","188.44","183.89","82.4887M","-3.58%"
""",
    "TradingView": """time,open,high,low,close,Volume
1704205800,187.15,188.44,183.89,185.64,82488700
1704292200,184.22,185.88,183.43,184.25,58414500
""",
    "Alpaca": """symbol,timestamp,open,high,low,close,volume,trade_count,vwap
X,2024-01-02T05:00:00Z,187.15,188.44,183.89,185.64,82488700,1009074,185.94
X,2024-01-03T05:00:00Z,184.22,185.88,183.43,184.25,58414500,656956,184.32
""",
    "Polygon": """ticker,volume,open,close,high,low,window_start,transactions
X,82488700,187.15,185.64,188.44,183.89,1704171600000000000,1009074
X,58414500,184.22,184.25,185.88,183.43,1704258000000000000,656956
""",
    "European spreadsheet": """Datum;Date;Open;High;Low;Close;Volume
Di;02.01.2024;187,15;188,44;183,89;185,64;82.488.700
Mi;03.01.2024;184,22;185,88;183,43;184,25;58.414.500
""",
    "thousands": """Date,Open,High,Low,Close,Volume
2-Jan-24,187.15,188.44,183.89,185.64,"82,488,700"
3-Jan-24,184.22,185.88,183.43,184.25,"58,414,500"
""",
    "exchange before the symbol": """symbol,date,open,high,low,close,volume
NASDAQ:X,2024-01-02,187.15,188.44,183.89,185.64,82488700
NASDAQ:X,2024-01-03,184.22,185.88,183.43,184.25,58414500
""",
    "tabs, blank lines, CRLF": "Date\tOpen\tHigh\tLow\tClose\tVolume\r\n\r\n"
    "2024/01/02\t187.15\t188.44\t183.89\t185.64\t82488700\r\n"
    "2024/01/03\t184.22\t185.88\t183.43\t184.25\t58414500\r\n\r\n",
}

MINUTES = {
    "Binance": """Open time,Open,High,Low,Close,Volume,Close time,Quote asset volume,\
Number of trades,Taker buy base asset volume,Taker buy quote asset volume,Ignore
1704187800000,42.50000000,42.90000000,42.10000000,42.70000000,1.25000000,1704187859999,53,9,1,43,0
1704187860000,42.70000000,42.71000000,42.60000000,42.65000000,0.50000000,1704187919999,21,4,0,10,0
""",
    "Binance without header, ms": """\
1704187800000,42.50000000,42.90000000,42.10000000,42.70000000,1.25000000,1704187859999,53,9,1,43,0
1704187860000,42.70000000,42.71000000,42.60000000,42.65000000,0.50000000,1704187919999,21,4,0,10,0
""",
    "Binance without header, us": """\
1704187800000000,42.50,42.90,42.10,42.70,1.25,1704187859999999,53,9,1,43,0
1704187860000000,42.70,42.71,42.60,42.65,0.50,1704187919999999,21,4,0,10,0
""",
    "MetaTrader 5": """<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
2024.01.02\t09:30:00\t42.50\t42.90\t42.10\t42.70\t9\t1.25\t2
2024.01.02\t09:31:00\t42.70\t42.71\t42.60\t42.65\t4\t0.50\t2
""",
    "MetaTrader 4 without header": """2024.01.02,09:30,42.50,42.90,42.10,42.70,1.25
2024.01.02,09:31,42.70,42.71,42.60,42.65,0.50
""",
    "HistData": """20240102 093000;42.50;42.90;42.10;42.70;1.25
20240102 093100;42.70;42.71;42.60;42.65;0.50
""",
    "Dukascopy": """Gmt time,Open,High,Low,Close,Volume
02.01.2024 09:30:00.000,42.50,42.90,42.10,42.70,1.25
02.01.2024 09:31:00.000,42.70,42.71,42.60,42.65,0.50
""",
    "CryptoDataDownload": """https://www.CryptoDataDownload.com
unix,date,symbol,open,high,low,close,Volume X,Volume USDT,tradecount
1704187860,2024-01-02 09:31:00,X,42.70,42.71,42.60,42.65,0.50,21,4
1704187800,2024-01-02 09:30:00,X,42.50,42.90,42.10,42.70,1.25,53,9
""",
    "Kaggle epoch with fraction": """Timestamp,Open,High,Low,Close,Volume_(BTC),Volume_(Currency)
1704187800.0,42.5,42.9,42.1,42.7,1.25,53
1704187860.0,42.7,42.71,42.6,42.65,5e-1,21
""",
    "short names": """t,o,h,l,c,v
2024-01-02T09:30:00Z,42.50,42.90,42.10,42.70,1.25
2024-01-02T09:31:00Z,42.70,42.71,42.60,42.65,0.50
""",
    "New York offset": """datetime,open,high,low,close,volume
2024-01-02 04:30:00-05:00,42.50,42.90,42.10,42.70,1.25
2024-01-02 04:31:00-05:00,42.70,42.71,42.60,42.65,0.50
""",
    "US clock": """Date,Time,Open,High,Low,Close,Volume
1/2/2024,9:30 AM,42.50,42.90,42.10,42.70,1.25
1/2/2024,9:31 AM,42.70,42.71,42.60,42.65,0.50
1/13/2024,1:05 PM,42.70,42.71,42.60,42.65,0.50
""",
    "digits for the clock": """Ticker,Date,Time,Open,High,Low,Close,Volume
X,20240102,930,42.50,42.90,42.10,42.70,1.25
X,20240102,931,42.70,42.71,42.60,42.65,0.50
""",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def taken(store: BarsStore, resolution: str) -> list[tuple[int | Decimal, ...]]:
    """Return time, prices and volume of the first two bars, as written."""
    (instrument,) = store.instruments()
    volume_scale = 10**instrument.volume_precision
    return [
        (
            bar.time,
            *(Decimal(price) / instrument.price_scale for price in bar[1:5]),
            Decimal(bar.volume) / volume_scale,
        )
        for bar in store.history("X", resolution, FAR, 9)[:2]
    ]


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


def imported(store: BarsStore, path: Path, content: str, tz: str | None = None) -> ImportReport:
    path.write_bytes(content.encode())
    return import_file(path, store, symbol="X", tz=tz)


@pytest.mark.parametrize("shape", DAILY)
def test_daily_bars_of(shape: str, store: BarsStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "daily.csv", DAILY[shape])
    assert (report.series[0].resolution, report.bars, report.new) == ("1D", 2, 2)
    assert taken(store, "1D") == [
        (TUESDAY, *decimals("187.15", "188.44", "183.89", "185.64", "82488700")),
        (WEDNESDAY, *decimals("184.22", "185.88", "183.43", "184.25", "58414500")),
    ]


@pytest.mark.parametrize("shape", MINUTES)
def test_minute_bars_of(shape: str, store: BarsStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "minutes.csv", MINUTES[shape])
    assert report.series[0].resolution == "1"
    assert taken(store, "1") == [
        (MORNING, *decimals("42.50", "42.90", "42.10", "42.70", "1.25")),
        (MORNING + 60_000, *decimals("42.70", "42.71", "42.60", "42.65", "0.50")),
    ]
    assert store.price_scale("X") == 100


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_read(encoding: str, store: BarsStore, tmp_path: Path) -> None:
    path = tmp_path / "marked.csv"
    path.write_bytes(DAILY["Yahoo"].encode(encoding))
    assert import_file(path, store, symbol="X").new == 2


def test_gzip_is_told_by_content(store: BarsStore, tmp_path: Path) -> None:
    path = tmp_path / "packed.csv"
    path.write_bytes(gzip.compress(DAILY["Yahoo"].encode()))
    assert import_file(path, store, symbol="X").new == 2


def test_file_without_volume_has_volume_zero(store: BarsStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "f.csv", "date,open,high,low,close\n2024-01-02,1,2,1,2\n")
    assert [bar.volume for bar in store.history("X", "1D", FAR, 9)] == [0]


def test_local_times_are_in_the_zone_that_is_named(store: BarsStore, tmp_path: Path) -> None:
    content = "time,open,high,low,close\n2024-07-01 09:30,1,1,1,1\n2024-07-01 09:31,1,1,1,1\n"
    report = imported(store, tmp_path / "f.csv", content, tz="America/New_York")
    # 13:30 UTC: daylight saving time.
    assert report.series[0].first_time == 1_719_840_600_000
    assert store.instruments()[0].timezone == "America/New_York"


def test_daily_epochs_are_days_of_the_zone_that_is_named(store: BarsStore, tmp_path: Path) -> None:
    midnights = TUESDAY - 3_600_000, WEDNESDAY - 3_600_000
    rows = "".join(f"{midnight // 1000},1,1,1,1\n" for midnight in midnights)
    content = f"time,open,high,low,close\n{rows}"
    report = imported(store, tmp_path / "f.csv", content, tz="Europe/Berlin")
    assert (report.series[0].first_time, report.series[0].last_time) == (TUESDAY, WEDNESDAY)
