"""Invented notes of realistic length in Chinese and English, the same for the same seed: text for large journals."""

import random

_PEOPLE_ZH = [
    "王",
    "李",
    "张",
    "刘",
    "陈",
    "杨",
    "赵",
    "黄",
    "周",
    "吴",
    "徐",
    "孙",
    "胡",
    "朱",
    "高",
    "林",
    "何",
    "郭",
    "马",
    "罗",
]
_GIVEN_ZH = "建国志强晓燕丽华明远思源雨桐海峰春梅子涵文博雪琴俊杰佩玲国栋静怡浩然秀英立新婉清嘉树若兰永宁瑞安启航"
_PEOPLE_EN = (
    "Anna Ben Clara David Ellen Frank Grace Henry Iris James Karen Liam Maya Nora Oscar Paula Quinn Rose".split()
)
_FAMILY_EN = "Abbott Barnes Coleman Doyle Ellis Fraser Grant Hobbs Ingram Keller Lowe Mercer Nolan Pratt Reyes".split()
_ORGS_ZH = "澜海重工 青禾医疗 远桥物流 云岫软件 松江纸业 北辰电力 恒瑞印刷 溪山食品 长风航运 玉衡仪器".split()
_ORGS_EN = [
    "Harbour Tools",
    "Northfield Clinics",
    "Alder Freight",
    "Quill Software",
    "Pine Paper",
    "Marsh & Lowe",
    "Stonebridge",
]

_OPEN_ZH = [
    "下午通了二十分钟电话，聊的是{thing}。",
    "在{place}碰到，站着说了一会儿{thing}。",
    "请他们到{place}吃饭，{dish}上得慢，倒也聊开了。",
    "微信上问了{thing}，隔了半天才回。",
    "拜访{org}，在会议室等了{n}分钟。",
    "早上收到一条语音，讲{thing}，听了两遍才记全。",
]
_MIDDLE_ZH = [
    "他说孩子{exam}快到了，家里气氛紧，周末都不敢开电视。",
    "她母亲的膝盖又疼，去{place}看过一次，大夫让少爬楼。",
    "提到去年那批货，{n}箱里有三箱受潮，至今还在扯皮。",
    "报价的事没有松口，只说再等等采购那边的意见。",
    "推荐了一位老中医，诊所在{place}后面的巷子里，要提前{n}天约。",
    "最近迷上了{hobby}，办公室里都摆了一套。",
    "说起换房子，看了{n}套，不是楼层不对就是学区不对。",
    "他太太想学{hobby}，问我有没有认识的老师。",
    "对我们的交付还算满意，就是发票开错过一次，记着。",
    "答应帮我问一问{thing}，没说什么时候。",
    "部门里新来了一位副总{who}，做事细，开会要带数字去。",
    "{who}也在，以前在{org}，和他是老同事。",
    "合同编号 {code}，让我回去核一下第{n}条。",
    "体检报告有两项偏高，正在戒夜宵，{dish}也不点了。",
]
_CLOSE_ZH = [
    "约好下周再通电话。",
    "回来路上想起还欠着一句谢谢。",
    "资料整理好发过去，抄送了小组。",
    "记得带{dish}给他。",
    "等消息，不催。",
    "他问起的{thing}，我去打听。",
]
_THINGS_ZH = (
    "体检排队 幼升小 年底预算 二手书桌 老家修房子 停车位 牙医 驾校 护照续签 茶叶怎么挑 物流延误 合同附件".split()
)
_PLACES_ZH = "南湖路 东门菜场 市一医院 老码头 文化宫 翠园小区 火车站西口 植物园 江边茶馆 理工大学".split()
_DISHES_ZH = "清蒸鲈鱼 樱桃 桂花糕 羊肉汤 毛豆腐 凉拌木耳 腊肉 明前茶".split()
_HOBBIES_ZH = "书法 钓鱼 太极 摄影 养兰花 象棋 羽毛球 做木工".split()
_EXAMS_ZH = "中考 二模 期末考 钢琴考级 英语口试".split()

_OPEN_EN = [
    "Twenty minutes on the phone, mostly about {thing}.",
    "Ran into them at {place} and stood talking about {thing}.",
    "Lunch near {place}; the {dish} took for ever but the talk was good.",
    "Asked by message about {thing}; the answer came half a day later.",
    "Visited {org} and waited {n} minutes in the lobby.",
    "Long voice mail this morning about {thing}, had to play it twice.",
]
_MIDDLE_EN = [
    "The older boy has his {exam} soon and nobody at home dares to turn the television on.",
    "Her mother's knee is bad again; the clinic at {place} said fewer stairs.",
    "Last year's shipment came up once more: {n} crates, three of them damp, still being argued over.",
    "No movement on the quote, only that purchasing wants another look.",
    "Recommended a physiotherapist behind {place}, one has to book {n} days ahead.",
    "Has taken up {hobby} and keeps the gear in the office.",
    "They looked at {n} flats so far, always the wrong floor or the wrong school.",
    "Asked whether I know somebody who teaches {hobby}.",
    "Happy with the delivery on the whole, apart from the one wrong invoice. Note to self.",
    "Will ask around about {thing}, did not say by when.",
    "A new deputy has started, {who}, a careful one; bring figures to the meeting.",
    "{who} was there too, formerly at {org}; the two have known each other for years.",
    "Contract {code}: I am to check clause {n} again.",
    "Two values in the check-up were high, so no more late suppers and no {dish}.",
]
_CLOSE_EN = [
    "Agreed to talk again next week.",
    "On the way back I remembered that I still owe a thank-you.",
    "Sent the papers over and copied the team.",
    "Remember to bring the {dish}.",
    "Waiting, not pushing.",
    "I said that I would find out about {thing}.",
]
_THINGS_EN = [
    "school places", "the year-end budget", "a second-hand desk", "the roof of the old house", "parking", "a dentist",
    "driving lessons", "a passport renewal", "how to choose tea", "late freight", "the annex of the contract",
]  # fmt: skip
_PLACES_EN = [
    "Mill Lane",
    "the market",
    "St Anne's",
    "the old quay",
    "the library",
    "West Station",
    "the botanical garden",
]
_DISHES_EN = ["cherries", "lamb soup", "sea bass", "apple cake", "smoked ham", "green tea", "lentil salad"]
_HOBBIES_EN = ["calligraphy", "fly fishing", "photography", "chess", "badminton", "woodwork", "orchids"]
_EXAMS_EN = ["finals", "mock exam", "piano grade", "oral exam"]

_ZH = {
    "thing": _THINGS_ZH,
    "place": _PLACES_ZH,
    "dish": _DISHES_ZH,
    "hobby": _HOBBIES_ZH,
    "exam": _EXAMS_ZH,
    "org": _ORGS_ZH,
}
_EN = {
    "thing": _THINGS_EN,
    "place": _PLACES_EN,
    "dish": _DISHES_EN,
    "hobby": _HOBBIES_EN,
    "exam": _EXAMS_EN,
    "org": _ORGS_EN,
}


def name(random_: random.Random) -> str:
    """A person's name, two of three Chinese."""
    return _name(random_, chinese=random_.random() < 0.66)


def organisation(random_: random.Random) -> str:
    """A company's name."""
    return random_.choice(_ORGS_ZH if random_.random() < 0.66 else _ORGS_EN)


def note(random_: random.Random, *, length: int = 280) -> str:
    """A note of about `length` characters: a few are far longer, many are a line or two."""
    chinese = random_.random() < 0.66
    slots = _ZH if chinese else _EN
    opening, middle, closing = (_OPEN_ZH, _MIDDLE_ZH, _CLOSE_ZH) if chinese else (_OPEN_EN, _MIDDLE_EN, _CLOSE_EN)
    wanted = random_.expovariate(1 / length)
    sentences: list[str] = []
    size = 0
    while not sentences or size < wanted:
        sentence = random_.choice(middle if sentences else opening)
        chosen = {slot: random_.choice(words) for slot, words in slots.items()}
        code = f"{random_.choice('ABCDEFGH')}{random_.randint(1000, 9999)}"
        who = _name(random_, chinese=chinese) if "{who}" in sentence else ""
        sentences.append(sentence.format(n=random_.randint(2, 40), code=code, who=who, **chosen))
        size += len(sentences[-1])
    sentences.append(random_.choice(closing).format(**{slot: random_.choice(words) for slot, words in slots.items()}))
    return ("" if chinese else " ").join(sentences)


def _name(random_: random.Random, *, chinese: bool) -> str:
    if chinese:
        return random_.choice(_PEOPLE_ZH) + "".join(random_.sample(_GIVEN_ZH, 2))
    return f"{random_.choice(_PEOPLE_EN)} {random_.choice('ABCDEHJLMNPRST')}. {random_.choice(_FAMILY_EN)}"
