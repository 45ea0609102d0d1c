extension Lexicon {
    /// The nouns that ship with the product, in the format of docs/plan-language.md. A user's file adds to them.
    static let builtInYAML = #"""
        # Nouns of the plan language. Patterns are separated by spaces; {a|b} is one of them, [a|b] one of them or nothing.
        activities:
          - {kind: mainClass, words: "主体班[次] 主体培训班 {中青年|中青}[年轻]{干部}{主体班|培训班|班} 中青班 {干部|领导干部}{进修班|研修班} 研修班 研讨班 进修班 高级研修班"}
          - {kind: demonstrationClass, words: "示范[培训]班 示范性[培训]班"}
          - {kind: specialClass, words: "专题[培训|研讨|研修]班 专题班次 专题培训 靶向培训 专题轮训班"}
          - {kind: readingClass, words: "[集中|专题]读书班"}
          - {kind: newChiefsClass, words: "新任[职]{科长|科级干部|干部|领导|领导干部|校长|院长|所长|护士长|班组长|中层}{培训|任职培训}班 新任职培训班 新{入职|录用|进}{员工|职工|人员|干部|教师|公务员}培训班"}
          - {kind: rankTraining, words: "任职[资格]培训 初任培训 晋升培训 {岗前|入职|上岗|新入职|转岗|复岗}培训 {任职|初任|晋升|岗前|入职}培训班 新教师培训 规范化培训"}
          - {kind: professionalTraining, words: "专业化能力培训 {专业|业务|技能|技术|专业能力|专业技术|职业技能|在职|履职能力|能力提升|安全|安全生产|法治|法律|行政执法|执法|学历}培训 继续教育 继续医学教育 {业务|技能|能力提升|安全}培训班 业务技能培训 跟岗学习 跟岗培训 跟班学习 进修[学习] 轮岗实训 {集中|专题|校本|教学|名校|跟岗|高级}研修[活动] 研修 岗位培训"}
          - {kind: theoryCourse, words: "系统理论教育 理论教育 党性教育 [严格]党性教育 理论进修"}
          - {kind: onlineCourse, words: "网络{培训|学习|课程|教育} 线上{培训|学习|课程} 在线{学习|培训}"}
          - {kind: trainingClass, words: "培训班[次] {集中|脱产|集中脱产|封闭}{培训|轮训} 训练营 集训 轮训班 轮训 调训 培训 班次 {培训|轮训|训练}项目 {干部|教师|员工|校长|医师|护理|全员}培训 脱产培训"}
          - {kind: collectiveStudy, words: "集中学习[研讨] 集体学习 {理论[学习]中心组}学习 {集中|集体}理论学习 {政治|理论|业务|业务知识|政治理论|安全}学习 学习会 {集中|集体}学习会 [教育]学习活动"}
          - {kind: collectiveStudy, words: "重点发言 [交流]发言 主题发言 中心发言", roles: [keynote], unit: speech, also: [seminar]}
          - {kind: seminar, words: "[专题|集体|集中|学习]研讨[会|交流] 专题{讨论|研讨会} 研讨交流 专题研讨交流 交流研讨[会] 座谈会 研讨活动"}
          - {kind: partyLecture, words: "{讲|上|授}[专题]党课 [专题|党史|主题]党课 党史党情专题党课 廉政党课", unit: lecture, byPersons: speaker}
          - {kind: lecture, words: "[专题|学术|业务|法治|科普|安全|知识]讲座 专题{辅导|报告|讲座报告} 辅导报告[会] 报告会 宣讲[活动|会] 授课 业务讲堂 {专题|法治|安全}课 {公开|示范|研讨|观摩|汇报|优质|展示|精品}课 宣传讲解 {主题|业务}讲课"}
          - {kind: lectureHall, words: "{理论|业务|干部|专业|道德|健康|知识|安全|名师|教育|能力提升|法治}[大]{讲堂|论坛} 大讲堂 大讲坛 论坛 学习论坛 每月一课"}
          - {kind: themedDay, words: "[支部]主题党日[活动] 主题{团日|队日}[活动] [系列]主题活动"}
          - {kind: reading, words: "{经典|红色|红色经典|理论|教育|专业|教育教学}{书籍|著作|读物|图书|论著} 书籍 经典著作 篇目 读书[活动|分享会|交流会|会] {专业|教育}专著 好书 原著", unit: book}
          - {kind: filmShowing, words: "{红色|警示|警示教育|教育}{影剧|影片|电影|影视[作品]|专题片|片} 影剧 影片 电影 专题片 警示教育片", unit: film}
          - {kind: fieldTeaching, words: "现场{教学|观摩|体验|学习|教育}[活动] 实地{教学|研学} 红色教育基地教学 {革命传统|红色|廉政}教育基地"}
          - {kind: politicalBirthday, words: "政治生日"}
          - {kind: educationSession, words: "{专题|警示|廉政|廉洁|革命传统|形势政策|先进典型|医德医风|师德[师风]|安全|纪律|职业道德|保密|法治|国防|思想政治}[专题|警示]教育[活动|会|大会] {法治|普法|安全|禁毒|消防|反诈|防灾|科普|政策|主题}宣传[教育|月|周][活动] 宣传教育[活动] 宣传活动 警示教育大会 专题教育"}
          - {kind: exchange, words: "[业务|技术|业务技术|经验|学术|工作]{讨论|研讨}交流[活动] {业务|技术|经验|学术|工作}交流[会|活动] 交流活动 {教研|集体备课|教学研讨|病例讨论|疑难病例讨论|听评课|评课|听课|业务查房|教学查房}[活动] 校际交流 结对{帮扶|交流}[活动] 送{教|课}[下乡|上门] 名师送教 送医下乡 巡回医疗"}
          - {kind: exam, words: "[业务|理论|知识|政策业务|政策业务知识|法律法规|闭卷|技能|操作|护理|基本要义知识|理论知识|安全知识|知识水平]{考试|测试|考核|测验|测评} 考试 测试 闭卷考试 知识测试 {技能|操作|技能操作|护理技能操作|理论|年度|终期|中期|期满|届满|基本|全面|综合|日常|平时|结业|学年}考核 法律知识考试", unit: test}
          - {kind: contest, words: "{技能|业务|业务技能|职业技能|知识|技术|劳动|教学|教学技能|岗位技能|基本功|演讲|专业操作技能}{竞赛|比武|大赛|比赛}[活动] 技能大比武 比武[竞赛][活动] 大比武[活动] 竞赛 练兵比武 大赛"}
          - {kind: drill, words: "[应急|综合|实战|专项|消防|应急救援|应急综合|卫生应急|卫生应急综合|桌面|疏散|疏散逃生|防汛|防灾|反恐|事故|综合应急]演练 [桌面|应急|沙盘]推演 {岗位|岗位大}练兵[活动] 练兵活动 {应急|消防|疏散}逃生演练 拉练 {实战|体能|业务|技能|应急|集中|日常|警务|基础|军事|岗位|教育|入警}训练 实训 消防演习 演习 情景模拟"}
          - {kind: studyTour, words: "[外出|赴外]{学习考察|考察学习|考察|学习参观|参观学习|参访} 外出学习 [带队]考察学习 {对标|标杆}学习 观摩[学习|活动] 参观见学"}
          - {kind: secondment, words: "挂职[锻炼|学习|工作] 跟班{锻炼|学习} 跟岗锻炼 顶岗[锻炼|实习|实践] 基层锻炼 双向挂职 交流轮岗 支教 {轮岗|下派|驻村}锻炼 坐诊带教 坐诊 下沉帮扶 企业实践"}
          - {kind: selfReview, words: "党性{剖析|分析} 对照检查 自我剖析 个人剖析"}
          - {kind: essay, words: "{学习|研修|培训|心得}[心得]体会 心得[体会|文章] {调研|学习|研修|教学|工作}{报告|论文|总结} {理论|调研|学习|教学}文章 论文 读书笔记 {教学|研修|教育}[教学]反思 教学案例 学习笔记 {教育|教学|育人}故事 读后感 观后感", unit: essay}
          - {kind: meeting, words: "{组织生活|民主生活|调度|推进|联席|工作|专题|部署|例|通报|调度工作|工作推进|专题工作|安全|安全例|分析|家长|全体|碰头}会[议] 会议 民主评议 谈心谈话 党员大会 支委会 {党小组|支部委员|教职工|职工|职工代表|总结}[大]会 总结表彰会", unit: meeting}
          - {kind: inspection, words: "[专项|联合|随机|全面|综合|集中]{督导检查|督查|检查|督导|巡查|抽查|巡检|评估|督办|评查|调研督导|排查|自查}[评估] 案卷评查 质量抽查 隐患排查 {回头看|跟踪问效} {实地|专题}调研 家访 走访[慰问] 走访", unit: inspection}
          - {kind: document, words: "{实施|工作|学习|考察|考察学习|培训|演练|活动}方案 [年度]{学习|自学|培训|工作|教学|演练}计划 {成果|考察|考察成果|专题考察成果|总结|工作|评估|调研}报告 [年度|工作|培训|学习]总结 {手册|清单|台账|档案|制度|办法|预案|细则|通报|简报|信息|案例|教材|读本|题库|标准|意见|材料|名单|计划|情况报告|工作情况|规划书|申报表|汇总表|登记表|自评报告|教案|课件|教学设计|微案例|规划|复印件|证明|申请表|推荐表}", unit: document}
          - {kind: site, words: "{现场教学|教学|实训|培训|教育|实践|研学|临床技能实训|实践教学|科普|体验|训练|见习|实习|教师发展}{基地|点|中心|场所|场地} 现场教学{基地|点} [实训]{基地|场地} 站点 工作站 工作室 {名师|劳模|创新|名医|技能大师|专家}工作室 阵地 书屋 阅览室 体验馆", unit: site}
          - {kind: course, zh: 课程, en: course, words: "[精品|网络|示范|特色|培训|专题|必修|选修|微|线上|党性教育|案例]课程 精品课 微课 {精品|示范}党课", unit: course}
          - {kind: research, zh: 课题研究, en: research project, words: "[科研|教研|教学|调研|研究|重点]课题 科研项目 教改项目", unit: project}
          - {kind: resource, zh: 资源建设, en: resource, words: "{师资|案例|专家|人才|试题}库 [兼职]师资库 教学案例库", unit: library}
          - {kind: publicity, zh: 宣传报道, en: publicity, words: "宣传报道 新闻稿 [宣传]信息稿 专栏 [工作|宣传]稿件", unit: article}
          - {kind: volunteering, zh: 志愿服务, en: volunteering, words: "志愿服务[活动] 义诊[活动] 便民服务[活动] {公益|社会}实践[活动] 送文化下乡 健康{宣教|教育|促进}[活动] 文体活动"}
        populations:
          - {code: cityManaged, zh: 市管干部, en: city-managed officials, subjects: persons, categories: [cityManaged], words: "市管[领导]干部 {县|区|局|省|州}管[领导]干部 {处级|县处级|县级|处级以上|县处级以上}[领导]干部"}
          - {code: leadingOfficials, zh: 领导干部, en: leading officials, subjects: persons, categories: [leadingOfficial], words: "[各级][党员]领导干部 [单位|部门]{主要负责同志|主要负责人|党政主要负责人} {科级|科}以上[领导]干部 领导班子成员 班子成员 [各级]领导人员 分管领导 {市级|厅级|县级}领导[干部] 党组织书记 [各级]党政领导"}
          - {code: teamMembers, zh: 党政领导班子成员, en: members of leadership teams, subjects: persons, categories: [teamMember], words: "[县(市)区|市直部门(单位)|县(市)区和市直部门(单位)][党政][领导]班子成员 党政[领导]班子成员"}
          - {code: sectionLevel, zh: 科级干部, en: section-level officials, subjects: persons, categories: [sectionLevel], words: "科级[领导]干部 中层[管理]{干部|人员} 股级干部"}
          - {code: newSectionChiefs, zh: 新任科长, en: newly appointed section chiefs, subjects: persons, categories: [newSectionChief], words: "新任科长 新{任|任职|提任|提拔|提拔任职|晋升}[的][科级|处级|领导|中层|科级领导|处级领导]{干部|人员} 新任职[干部|人员] 新提拔[任职]{干部|人员} 新任[职]{校长|园长|院长|班组长|护士长|中层干部}"}
          - {code: newRecruits, zh: 新录用人员, en: new recruits, subjects: persons, categories: [newRecruit], words: "新{录用|入职|聘用|招录|招聘|进|上岗|参加工作|分配}[的]{人员|公务员|职工|员工|教职工|教师|干部|护士|医师|大学生|医务人员|工作人员} 新{教师|员工|职工|公务员|护士} 转岗人员"}
          - {code: civilServants, zh: 机关公务员, en: civil servants, subjects: persons, categories: [civilServant], words: "[机关|在职|全体]公务员 {科级|科}以下[公务员|干部] 机关[工作]{人员|干部} [执法|行政执法]{人员|队员} 执法干部"}
          - {code: soeLeaders, zh: 国有企业领导人员, en: leaders of state-owned enterprises, subjects: persons, categories: [soeLeader], words: "[市属]国有企业[领导|党组织]{人员|书记|负责人} 国企领导[人员|干部] 企业[经营]{管理人员|领导人员|负责人} [高级]经营管理人员 管理人员"}
          - {code: institutionLeaders, zh: 事业单位领导人员和业务骨干, en: leaders and key staff of public institutions, subjects: persons, categories: [institutionLeader], words: "事业单位[领导|管理]{人员|人员和业务骨干|干部} 业务骨干 {学校|医院|卫生院|乡镇卫生院|社区卫生服务中心}[的]{校长|院长|园长|负责人} {校长|院长|园长|所长|副校长}"}
          - {code: professionals, zh: 专业技术人员, en: professional and technical staff, subjects: persons, categories: [professional], words: "[卫生|在职|工程|企业|各类][专业]技术人员 专业技术人才 专业人才 工程技术人员"}
          - {code: scarceTalent, zh: 急需紧缺人才, en: scarce professionals, subjects: persons, categories: [scarceTalent], words: "急需紧缺[专业]人才 急需紧缺人才和专业人才 紧缺人才"}
          - {code: seniorProfessionals, zh: 高层次骨干专业技术人才, en: senior professionals, subjects: persons, categories: [seniorProfessional], words: "高层次[骨干][专业技术]人才 骨干专业技术人才 高技能人才 {学科|学术|专业}带头人 领军人才"}
          - {code: youngOfficials, zh: 年轻干部, en: young officials, subjects: persons, categories: [young], words: "[优秀]年轻[科级]干部 中青年[骨干]干部 青年{干部|骨干} 中青年{骨干|业务骨干|人才} 后备{干部|力量|人才} 青年职工 青年员工 青年教师 团员青年"}
          - {code: grassRoots, zh: 基层干部, en: grass-roots officials, subjects: persons, categories: [grassRoots], words: "基层[党员]干部 [乡镇|街道|乡镇街道]{干部|工作人员} 基层{人员|工作人员|卫生人员} {网格员|专职网格员|社区工作者|安全员|村(社区)安全员|信息员|护林员|灾害信息员}"}
          - {code: villageSecretaries, zh: 村（社区）党组织书记, en: village and community secretaries, subjects: persons, categories: [villageSecretary], words: "村(社区)党{支部|组织}书记 {村|社区|农村}党{支部|组织}书记 {村|社区|村(社区)}干部"}
          - {code: nonParty, zh: 党外干部, en: officials on the list of the united front department, subjects: persons, roster: nonParty, words: "[市级|各级]党外{干部|代表人士|知识分子|人士}", names: false}
          - {code: women, zh: 女干部, en: women officials, subjects: persons, sex: female, words: "女[性]{干部|职工|教师|领导干部}"}
          - {code: branchSecretaries, zh: 党支部书记, en: branch secretaries, subjects: persons, teamKinds: [branch], teamRole: secretary, words: "[基层|各][党]支部书记 基层党组织书记 [各级]党组织负责人 [基层]党务{干部|工作者|人员}"}
          - {code: partyMembers, zh: 支部党员, en: branch members, subjects: persons, teamKinds: [branch], words: "[普通|全体|全市|广大|每名|在职|机关|预备]党员[干部|干部职工] 党支部成员 [党]支部党员", names: false}
          - {code: studyGroupSecretaries, zh: 党委（党组）书记, en: secretaries of party committees, subjects: persons, teamKinds: [studyGroup], teamRole: secretary, words: "党{委|组|委(党组)|总支}书记 中心组{书记|组长} 党委(党组){主要负责人|主要负责同志} 书记"}
          - {code: studyGroupMembers, zh: 中心组其他成员, en: other members of study groups, subjects: persons, teamKinds: [studyGroup], teamRole: member, words: "{其他|其余}[中心组|班子]成员 中心组[其他]成员"}
          - {code: candidates, zh: 培养对象, en: those chosen for the programme, subjects: persons, roster: candidates, words: "{名师|名校长|骨干教师|名医|人才|重点}培养{对象|人选} 培养{对象|人选} 入选{人员|对象} 结对徒弟"}
          - {code: mentors, zh: 导师, en: mentors, subjects: persons, roster: mentors, words: "[工作室]主持人 [帮带|指导|企业|实践|成长|青年|学业]导师 领办人 带教{老师|教师} 工作室成员 骨干成员"}
          - {code: trainees, zh: 学员, en: trainees, subjects: activities, words: "[参训|全体]学员"}
          - {code: teachers, zh: 教师, en: teachers, subjects: persons, categories: [teacher], words: "[全体|专任|参训|在职|中小学|幼儿园|乡村|全市|骨干|班主任|学科|新任|中青年|公办|特岗|职业院校|双师型|专业]教师 教职{工|员工} 班主任 思政课教师 辅导员 {骨干|优秀|乡村}教师 教研员 名师 [中小学]校长和教师 保育员"}
          - {code: medicalStaff, zh: 医务人员, en: medical staff, subjects: persons, categories: [medicalStaff], words: "[全体|在职|基层]{医务|医护|卫生|卫生技术|护理|卫生健康|临床|医疗卫生|公共卫生|村卫生室|急诊急救}人员 [乡村|住院|全科|临床|骨干|执业|青年|规培|中级以上]{医师|医生} 医师 [专科|新入职|注册|责任]护士[长] 乡村医生 {药|检验|影像}师"}
          - {code: employees, zh: 职工, en: employees, subjects: persons, categories: [employee], words: "[全体|在岗|一线|在职|干部|机关|企业|正式|全局|全院|全系统|全校]{职工|员工} 干部职工 一线{工人|员工|人员} [生产]班组长 {科|处|股|组|队|站|所|厂|矿|班|护士|工段|车间}长 {车间|部门|科室|项目|班组}{主任|负责人|经理} 部门经理 {科室|病区}主任 班组成员 特种作业人员 {安全|企业安全|专职安全|安全生产}管理人员 {产业|技术|技能}工人 {操作|岗位|从业|现金从业|值班|应急管理|安全监管|柜面|窗口|驾乘|客服|司法|安保|后勤|财务|会计|审计|统计}人员 [基层|一线|全体]{民警|辅警|干警|法官|检察官|消防员|驾驶员|柜员|客户经理|保安员|调解员|工会干部} 消防指战员 工作人员 全员 在编人员"}
          - {code: officials, zh: 干部, en: officials, subjects: persons, words: "[全体|各级|全市|全区|全县|每名|其他|在职|广大|机关|应急管理|每位|科级及以下|一般|普通]干部 人员 培训对象 全体成员"}
          - {code: trainersPool, zh: 师资, en: trainers, subjects: persons, categories: [trainer], words: "[市级|兼职|专职|内部|骨干]{师资|教官|培训师|讲师|内训师|教员} 培训联络员"}
          - {code: leadershipTeams, zh: 领导班子, en: leadership teams, subjects: teams, teamKinds: [leadershipTeam], words: "[各级|科以上|科级以上|各单位|各级党政|党政]领导班子 [各级]党政班子 班子 [各]{局|院|校}领导班子 [局|院|校]{党委|党组|党政}班子"}
          - {code: studyGroups, zh: 理论学习中心组, en: study groups, subjects: teams, teamKinds: [studyGroup], words: "[各级|各单位|各单位党委(党组)|党委|党组|党委(党组)|各级党委(党组)|局党委|局党组|院党委|校党委|公司党委|集团党委]理论[学习]中心组 [党委|党组]中心组"}
          - {code: branches, zh: 党支部, en: party branches, subjects: teams, teamKinds: [branch], words: "[各|各级|各基层|基层|机关|机关各|每个]党支部 各支部 [各]团支部 [各]党小组 支部"}
          - {code: partyCommittees, zh: 各级党委（党组）, en: party committees, subjects: teams, teamKinds: [leadershipTeam], words: "各级党委[(党组)|、党组] {各单位|各部门|基层|各院}党委[(党组)|、党组] [局|院|校|集团|公司]党{委|组} 党委(党组)"}
          - {code: allUnits, zh: 各单位, en: every unit, subjects: units, unitKinds: [county, department, partySchool, institution, enterprise], words: "各[级|有关|相关|责任|成员|参建|直属|所属|下属|基层|二级|市直|区直|县直]{单位|部门|部门(单位)|部门单位|机构|机关|级机关} 各地[区|各单位|各部门] 各县(市){、|}区{、|和|及}{各部门(单位)|市直各部门(单位)|各单位} 各地各{单位|部门} 市直{各部门|部门|机关|单位|各单位|各部门(单位)} 每个单位 各级[基层]党组织 [各]基层党组织 各级组织 各用人单位 用人单位 直属单位 本单位 成员单位 [各]银行业金融机构 [各]金融机构 {各|所属|辖内}{支行|分行|网点|营业网点|分支机构|营业机构} {各|各级|基层}工会[组织] 各{派出所|警种|基层院|班级|学院|系部|院(系)|协会|社会组织|商会|服务站|便民服务中心|收费站|供电所|加油站|门店}"}
          - {code: counties, zh: 各县（市）区, en: every county, subjects: units, unitKinds: [county], words: "各{县(市)区|县(市、区)|县区|县(区)|县市区|区县|县<区>|县<市>区|区(县)|市县|县|区|旗县区}[党委|卫健局|教育局|应急局|卫生健康局|应急管理局|人民政府|政府] 市、县{两|}级 县级单位 {县(市、区)|县(市)区|县区|县}{局|教育局|公安局|卫健局|卫生健康局|应急局|民政局|人社局}"}
          - {code: townships, zh: 各乡镇（街道）, en: every township, subjects: units, unitKinds: [township], words: "各{乡镇|镇街|街镇|乡(镇)|乡镇(街道)|镇(街道)|街道|乡镇街道|镇|乡镇、街道|镇(街)}[应急管理办公室|应急办|党委|政府|中心校] {乡镇|镇街|街道|乡镇(街道)}"}
          - {code: departments, zh: 各部门, en: every department, subjects: units, unitKinds: [department], words: "各[职能|业务]{科室|处室|股室|科|处|支队|大队|中队|站所|所|队|司局|厅局|局|分局|车间|班组|项目部|工段|党总支|队站|消防救援站} 各{科室|处室}、{直属单位|镇街|所属单位} 综合行政执法大队 执法大队"}
          - {code: institutions, zh: 各事业单位, en: every public institution, subjects: units, unitKinds: [institution], words: "各[级|类|公立|定点|民办|中等职业|直属]{医院|医疗机构|医疗卫生机构|卫生院|学校|幼儿园|中小学[校]|院校|高校|院系|二级学院|校区|社区卫生服务中心|疾控中心|基层医疗卫生机构|事业单位|教研组|年级组|学科组|教研室|病区|临床科室} {市直医疗卫生机构|二级以上医院|中小学校|中小学|幼儿园|学校|医院|医疗机构|学校、医院|疾控中心|市、县两级疾控中心} 每所学校 各[中小]学校 各校 各园 各院 各中小学幼儿园"}
          - {code: enterprises, zh: 各企业, en: every enterprise, subjects: units, unitKinds: [enterprise], words: "各{企业|分公司|子公司|公司|集团|二级单位|权属企业|所属企业|生产单位|电厂|厂|矿|分厂|子企业|项目公司} {矿山|危险化学品|生产经营|重点|高危|规模以上}[、矿山]{企业|单位} 企业 生产经营单位"}
          - {code: villages, zh: 各村（社区）, en: every village, subjects: units, unitKinds: [village], words: "各{村|社区|村(社区)|行政村|居委会|村居} {人员密集场所|村(社区)|行政村}"}
          - {code: partySchools, zh: 党校, en: party schools, subjects: units, unitKinds: [partySchool], words: "各{级党校|党校} 市县党校"}
        topics:
          - {topic: partyHistory, words: "党史[党情]"}
          - {topic: roleModel, words: "先进典型 模范人物 道德模范 劳模"}
          - {topic: originalAspiration, words: "初心使命"}
          - {topic: lifelines, words: "三条生命线"}
          - {topic: targeted, words: "靶向"}
          - {topic: enterprise, words: "企业核心竞争力 企业经营管理"}
        counters:
          - {words: "期 班次 个班 个班次 期次", unit: class, weight: strong}
          - {words: "次 场 场次 回 轮次 人均次 遍", unit: session, weight: strong}
          - {words: "堂 讲 节 课", unit: lecture, weight: strong}
          - {words: "批次 批", unit: batch, weight: strong}
          - {words: "届", unit: edition, weight: strong}
          - {words: "本 册", unit: book, weight: noun}
          - {words: "部", unit: work, weight: noun}
          - {words: "篇", unit: article, weight: noun}
          - {words: "份", unit: document, weight: noun}
          - {words: "门", unit: course, weight: noun}
          - {words: "处 所 座 家", unit: site, weight: noun}
          - {words: "张 枚 幅 首 例 卷 则 盘", unit: item, weight: noun}
          - {words: "个 项 件 条 支 套 例 起 户 款 轮 组 台", unit: item, weight: noun}
          - {words: "名 人 位 员", unit: person, weight: person}
          - {words: "人次 人(次) 人次数", unit: person-time, weight: person}
          - {words: "学时 课时 标准学时", unit: hour, weight: hours}
          - {words: "学分 分学分", unit: credit, weight: hours}
        rates:
          - {words: "覆盖率 覆盖面 轮训率 轮训面 参训覆盖面 培训覆盖率 培训覆盖面", measure: coverage}
          - {words: "参训率 参加率 参与率 出勤率 到课率 到会率 参学率 参会率 到训率 参学面 参训面 参考率", measure: share, basis: attendance, zh: 参训率}
          - {words: "合格率 及格率 优良率 优秀率 结业率 通过率 达标率 完成率 持证率 持证上岗率 上岗率 满意度 满意率 知晓率 合格 考核通过", measure: share, basis: completion, zh: 合格率}
          - {words: "参训人次占比 培训人次占比 人次占比", measure: headcount, zh: 参训人次占比}
          - {words: "网络学时占比 网络学时 网络培训学时 线上学时 网络学习", measure: share, basis: onlineHours, zh: 网络学时占比}
        names: "一把手 一线 一体[化] 一系列 一定 一般 一律 一旦 一致 一直 一些 一并 一切 一贯 一方面 一批 一岗双责 一票否决 一案一策 进一步 一步 统一 唯一 之一 一流 一站式 一对一 一事一议 一人一档 一人一策 一校一策 一院一策 一企一策 一县一策 一件事 一盘棋 一张网 一张图 一揽子 一刀切 一本账 一条龙 一竿子 一把尺子 一条心 第一[课|时间|责任人|议题|书记|名] 两个{维护|确立|一百年|百年|覆盖|责任} 两学一做 四个{意识|自信|伟大|全面} 三会一课 三重一大 三严三实 八项规定 八种本领 五位一体 十大 十四五 十三五 十五五 三大攻坚战 三个{代表|为主} 六个{坚持|必须} 七个有之 五个{必由之路|统筹} 三不 四风 四史 五育 三区三州 一老一小 一带一路 一次性 一日生活 两癌 二十大 三基三严 三基 三农 双一流 四不两直 一票 一级 一类 三全育人 三定 七一 五一 五四 一会一课 三乱 十条 零距离 零容忍 零事故 三支一扶 一国两制 千方百计 百姓 万众 百年 半年度 一年级 四下基层 四项{教育|机制} 一专多能 一人多岗 一岗多能 一课一研 一月一主题 二次{培训|开发|备课|分配|传达}"
        organisers: "领导小组 联席会议 专班 指挥部 协会 基金会 局 委 部 办 厅 院 校 中心 公司 处 科 科室 工会 团委 党校 大队 支队 总队 联合会 委员会 办公室 工委 集团 学院 总部 人力资源部"
        """#
}
