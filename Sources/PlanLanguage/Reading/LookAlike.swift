/// Characters that look like an ideograph of the basic plane and mean it: what a PDF or an old font leaves behind.
///
/// Kangxi radicals and the radicals' supplement (Unicode 15, EquivalentUnifiedIdeograph; forms that a text in simplified
/// characters cannot mean become the simplified ones: ⾧ 长), compatibility ideographs, Suzhou numerals and Kanbun marks.
enum LookAlike {
    /// The ideograph that a scalar stands for, itself where it stands for none.
    static func meant(_ value: UInt32) -> UInt32 {
        if value >= 0xF900 { return compatibility[Int(value - 0xF900)] }
        return radicals[Int(value - 0x2E80)]
    }

    /// The ideograph that a look-alike stands for; nil for any other scalar.
    static func ideograph(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x2E80..<0x31A0).contains(scalar.value) || (0xF900..<0xFB00).contains(scalar.value) else { return nil }
        return Unicode.Scalar(meant(scalar.value))
    }

    private static let radicals = table(0x2E80..<0x31A0)
    private static let compatibility = table(0xF900..<0xFB00)

    private static func table(_ range: Range<UInt32>) -> [UInt32] {
        var table = Array(range)
        for (start, meant) in rows where range.contains(start) {
            for (offset, scalar) in meant.unicodeScalars.enumerated() {
                table[Int(start - range.lowerBound) + offset] = scalar.value
            }
        }
        return table
    }

    /// The first of a run of code points, and what each of them means.
    private static let rows: [(UInt32, String)] = [
        (0x2E81, "厂乛乚乙亻冂"),
        (0x2E88, "刀刂卜㔾小小兀尣尢"),
        (0x2E92, "巳幺彑彐忄心扌攵"),
        (0x2E9B, "旡日月歺母民氵氺灬爫爫丬牛犭王"),
        (0x2EAB, "目示礻"),
        (0x2EAF, "糹纟罓罒㓁冗"),
        (0x2EB6, "羊"),
        (0x2EB9, "耂肀聿肉"),
        (0x2EBE, "艹艹艹虎衤覀西见角"),
        (0x2EC8, "讠贝"),
        (0x2ECB, "车辶辶辶邑钅长镸长门"),
        (0x2ED6, "阝雨青韦页风飞食"),
        (0x2EDF, "飠饣"),
        (0x2EE2, "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟"),
        (0x2F00, "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"),
        (0x2F3C, "心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"),
        (0x2F78, "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音"),
        (0x2FB4, "页风飞食首香马骨高髟鬥鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠"),
        (0x3021, "一二三四五六七八九"),
        (0x3038, "十廿卅"),
        (0x3192, "一二三四上中下甲乙丙丁天地人"),
        (0xF900, "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌"),
        (0xF93C, "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮"),
        (0xF978, "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈"),
        (0xF9B4, "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘"),
        (0xF9F0, "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀"),
        (0xFA10, "塚"),
        (0xFA12, "晴"),
        (0xFA15, "凞猪益礼神祥福靖精羽"),
        (0xFA20, "蘒"),
        (0xFA22, "諸"),
        (0xFA25, "逸都"),
        (0xFA2A, "飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈"),
        (0xFA66, "辶逸難響頻恵"),
        (0xFA6D, "舘"),
        (0xFA70, "並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌"),
        (0xFAAC, "窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜"),
        (0xFAD2, "㮝䀘䀹"),
        (0xFAD8, "齃龎"),
    ]
}
