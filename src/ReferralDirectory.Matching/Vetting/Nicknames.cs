using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Given names of the United States with their short forms and other spellings. Common knowledge, written for this product; a short form
/// may belong to several names (Pat is Patricia or Patrick).
/// </summary>
internal static class Nicknames
{
    private static readonly string[] Families =
    [
        "aaron ron ronnie", "abigail abby gail", "abraham abe", "adelaide addie", "adrienne adrian", "agnes aggie", "alan allan allen al", "albert al bert",
        "alejandra ale alex", "alejandro alex jandro", "alexander alex al xander sandy", "alexandra alex sandy lexi lexie sasha", "alfred fred al alf",
        "alfredo fredo", "alice allie ali", "allison alison ali allie", "amanda mandy", "amelia amy millie", "andrea andie drea", "andrew andy drew",
        "angela angie", "anna ana ann anne annie nancy", "annette annie", "anthony tony", "antonia toni tonia", "antonio tony tono", "arthur art artie",
        "barbara barb barbie babs", "beatrice bea trixie", "beatriz bea bety", "benjamin ben benny", "bernadette bernie", "bernard bernie", "beverly bev",
        "bradley brad", "brenda bren", "bridget bridie", "caroline carolyn carrie carol lynn", "cassandra cassie sandra", "catherine katherine kathryn katharine catharine "
        + "cathy kathy kate katie cate kat kit kitty kay", "cecilia cece celia", "charles charlie chuck chas chip", "charlotte lottie charlie char", "cheryl sheryl cher",
        "christian chris", "christina christine kristina kristine tina chris chrissy kris tine", "christopher chris kit topher", "clarence clare", "clifford cliff",
        "concepcion concha conchita", "constance connie", "consuelo chelo", "cornelius neil", "curtis curt kurt", "cynthia cindy", "daniel dan danny", "danielle dani",
        "david dave davey", "dawn dawnie", "deborah debra deb debbie debi", "delores dolores lola dee", "dennis denny", "diana diane dianne di", "dominic dom nick",
        "donald don donnie", "dorothy dot dottie dolly", "douglas doug", "eduardo lalo edu", "edward ed eddie ted ned teddy", "eleanor ellie nell nora", "elena lena",
        "elizabeth elisabeth liz beth betty eliza lisa lizzie betsy libby elsie bess", "emily em emmy", "emma em", "enrique quique kike", "ernest ernie", "esther essie",
        "eugene gene", "evelyn evie eve", "felicia fel", "fernando nando", "florence flo", "frances fran francie frankie", "francis frank fran", "francisca paquita paca",
        "francisco paco pancho cisco frank", "franklin frank", "frederick fred freddie rick", "gabriel gabe", "gabriela gabby gaby", "gabrielle gabby elle", "gerald gerry jerry",
        "geraldine gerry", "gertrude trudy gert", "gloria glo", "gregory greg", "guadalupe lupe lupita", "guillermo memo", "gwendolyn gwen wendy", "harold harry hal", "heather heath",
        "helen nell ellen", "henry hank harry hal", "herbert herb bert", "howard howie", "ignacio nacho", "irene rene", "isabel isabella isabelle bella izzy belle", "jacob jake",
        "jacqueline jackie jacquelyn", "james jim jimmy jamie jem", "janet jan", "janice jan", "jason jay", "jean jeanne jeannie", "jeffrey geoffrey jeff geoff", "jennifer jen jenny jenn",
        "jeremy jerry jem", "jerome jerry", "jessica jess jessie", "jesus chuy chucho", "joan joanie", "joanna joanne jo", "john jack johnny jon", "jonathan jon nathan jonny",
        "jordan jordy", "jose pepe chepe", "josefina pepa fina", "joseph joe joey jos", "josephine jo josie", "joshua josh", "joyce joy", "judith judy judi", "julia julie jules",
        "juliana julie", "karen kari", "kathleen kathy kath katie kate kay", "kenneth ken kenny", "kimberly kim kimmy", "kristen kristin kris kristy", "larissa lara", "laura laurie lori", "lauren laurie", "lawrence laurence larry laurie",
        "leonard leo len lenny", "leslie les", "lillian lily lil lillie", "linda lin lindy", "lorraine lori raine", "louis lewis lou louie", "louise lou", "lucille lucy", "luis lucho",
        "madeline madeleine maddie", "magdalena lena magda", "manuel manny manolo", "marcia marcy", "margaret maggie meg peggy rita marge margie greta peg daisy", "margarita rita marga",
        "maria mary marie mia", "marianne mary", "marilyn lynn", "marjorie marge margie", "martha marty mattie patty", "martin marty", "mary molly polly mamie mae",
        "matthew matt matty", "maureen mo reenie", "maximilian max", "melanie mel", "melissa mel missy lissa", "mercedes mercy meche", "michael mike mickey mick micah", "michele michelle shelly mickey chelle",
        "mildred millie", "miranda randi", "mitchell mitch", "monica moni", "nancy nan", "natalie nat", "nathan nate nat", "nathaniel nate nat nathan", "nicholas nick nicky nico", "nicole nicky nikki",
        "norma normie", "olivia liv livvy ollie", "oliver ollie", "pamela pam", "patricia pat patty trish tricia patti patsy", "patrick pat paddy rick", "paul pauly", "pauline polly",
        "penelope penny", "peter pete", "philip phillip phil pip", "priscilla cilla", "rachel rae", "ramon moncho", "randall randy", "raymond ray", "rebecca becky becca reba", "regina gina",
        "ricardo rick ricky", "richard rick dick rich ricky richie", "robert bob bobby rob robbie bert", "roberta bobbie robbie", "roberto beto", "rodney rod", "roger rodge", "roland rollie",
        "ronald ron ronnie", "rosa rosie", "rosario charo", "rose rosie", "rosemary rose rosie", "roxanne roxie", "russell russ rusty", "ruth ruthie", "sabrina brina", "salvador chava sal", "samantha sam sammy",
        "samuel sam sammy", "sandra sandy sondra", "sarah sara sally sadie", "sharon shari sherry", "shirley shirl", "sophia sofia sophie", "stacey stacy", "stanley stan", "stephanie steph stevie",
        "stephen steven stephan steve stevie", "stuart stewart stu", "susan suzanne susanna sue susie suzy", "sylvia syl", "tamara tammy tam", "tabitha tabby", "teresa theresa terri terry tess tessa tere",
        "terrence terence terry", "theodore ted teddy theo", "thomas tom tommy thom", "timothy tim timmy", "valerie val", "vanessa nessa", "veronica ronnie vero roni", "victor vic", "victoria vicky vicki tori",
        "vincent vince vinny", "virginia ginny ginger", "walter walt wally", "wallace wally", "wendell wen", "william bill billy will liam willie wm", "winifred winnie", "xavier javier javi", "yolanda yoli",
        "zachary zach zack",
    ];

    private static readonly FrozenDictionary<string, string[]> LongForms = Families
        .Select(FoldedText.Words)
        .SelectMany(family => family.Select(name => (name, LongForm: family[0])))
        .GroupBy(pair => pair.name, pair => pair.LongForm, StringComparer.Ordinal)
        .ToFrozenDictionary(forms => forms.Key, forms => forms.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Forms = Families
        .Select(FoldedText.Words)
        .SelectMany(family => family.Select(name => (name, family)))
        .GroupBy(pair => pair.name, pair => pair.family, StringComparer.Ordinal)
        .ToFrozenDictionary(forms => forms.Key, forms => forms.SelectMany(family => family).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The long forms of a folded given name; the name itself when none is known.</summary>
    public static string[] LongFormsOf(string name) => LongForms.TryGetValue(name, out var forms) ? forms : [name];

    /// <summary>All names that can be a form of the same one as a folded given name, itself included; none when it is not known.</summary>
    public static string[] FormsOf(string name) => Forms.GetValueOrDefault(name, []);

    /// <summary>Two folded names that can be forms of one: Bob and Robert, Cathy and Kate.</summary>
    public static bool AreRelated(string one, string other) => LongFormsOf(one).AsSpan().ContainsAny(LongFormsOf(other));
}
