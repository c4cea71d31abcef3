namespace ReferralDirectory.LinkageWorld;

/// <summary>Names as they are spread in the United States: a few very common, a long tail, some with accents. All invented combinations.</summary>
internal static class NamePool
{
    private const double Steepness = .8;

    private static readonly string[] Women = (
        "Maria Jennifer Jessica Elizabeth Patricia Linda Barbara Susan Sarah Karen Nancy Lisa Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie "
        + "Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna Ana Brenda Pamela Emma Nicole Helen Samantha Katherine Catherine Christine Christina Debra Rachel Carolyn Janet Olivia Heather "
        + "Diane Julie Joyce Victoria Kelly Lauren Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Gloria Teresa Theresa Sara Janice Marie Julia Grace Judy Abigail Denise "
        + "Amber Danielle Brittany Rose Diana Natalie Sophia Alexis Kayla Charlotte María Inés Zoë Renée Chloé Noëlle Mónica Verónica Guadalupe Lucía Sofía Thảo Mei Ying Priya Fatima Svetlana Olga "
        + "Yolanda Rosa Beatriz Silvia Leticia Wanda Tamara Bonnie Robin Dawn Tracy Stacy Tina Crystal Holly Erin Jill April Leslie Shannon Monique Latoya Keisha Ebony Ingrid Astrid Greta").Split(' ');

    private static readonly string[] Men = (
        "James Michael Robert John David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Steven Donald Andrew Paul Joshua Kenneth Kevin Brian Timothy Ronald George "
        + "Jason Edward Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron "
        + "José Jesús Luis Carlos Francisco Manuel Ángel Andrés Ramón Adrián Hung Minh Wei Jun Raj Amir Omar Igor Søren Lars André François Peter Walter Douglas Henry Nathan Zachary Adam Kyle").Split(' ');

    private static readonly (string Name, double Share)[] CommonFamilies = (
        "Smith 83,Johnson 66,Williams 55,Brown 49,Jones 48,García 40,Miller 39,Davis 38,Rodríguez 37,Martínez 36,Hernández 35,López 30,González 29,Wilson 27,Anderson 27,Thomas 26,Taylor 25,Moore 25,"
        + "Jackson 24,Martin 24,Lee 24,Pérez 23,Thompson 23,White 22,Harris 21,Sánchez 21,Clark 19,Ramírez 19,Lewis 18,Robinson 18,Walker 18,Young 16,Allen 16,King 16,Wright 16,Scott 15,Torres 15,Nguyen 15,"
        + "Hill 15,Flores 14,Green 15,Adams 14,Nelson 14,Baker 14,Hall 14,Rivera 13,Campbell 13,Mitchell 13,Carter 13,Roberts 13,Gómez 13,Phillips 12,Evans 12,Turner 12,Díaz 12,Parker 11,Cruz 11,Edwards 11,"
        + "Collins 11,Reyes 11,Stewart 11,Morris 11,Núñez 5,Muñoz 6,Peña 5,Ibáñez 2,O'Brien 4,O'Connor 3,D'Angelo 2,De la Cruz 4,Van Dyke 2,St. John 2,Müller 2,Ångström 1,Björk 1,Li 4,Wu 3,Chen 6,Kim 9,Park 4,"
        + "Patel 9,Singh 6,Khan 4,Tran 8,Pham 5,Ng 2,Ho 2")
        .Split(',').Select(pair => (pair[..pair.LastIndexOf(' ')], double.Parse(pair[(pair.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture) / 10_000)).ToArray();

    private static readonly string[] Beginnings =
        "Hart Whit Black Rosen Gold Lind Berg Stein Kirk Fair Green Win Ash Brad Cald Dun East Ell Farn Gar Hall Har Hol Kell Lang Mar Mill Nor Oak Pem Rad Ram Shel Stan Stock Thorn Wake West Wood Yar Zim Kowal Petro Novak Szcz Abra Bala Casti Dela Espi Fuen".Split(' ');

    private static readonly string[] Endings =
        "man field wood ford son ley ton berg stein well worth ham land shaw ridge more ski vich enko nova dez guez ero ano ini elli sen sson ström ard er ing mann burg hurst combe by thorpe gate croft".Split(' ');

    public static string Woman(Random chance) => Women[Zipf(chance, Women.Length)];

    public static string Man(Random chance) => Men[Zipf(chance, Men.Length)];

    public static string Family(Random chance)
    {
        var at = chance.NextDouble();
        foreach (var (name, share) in CommonFamilies)
        {
            if ((at -= share) < 0)
                return name;
        }

        return Beginnings[Zipf(chance, Beginnings.Length)] + Endings[Zipf(chance, Endings.Length)];
    }

    private static int Zipf(Random chance, int count) => (int)(count * Math.Pow(chance.NextDouble(), 1 / (1 - (Steepness * .55))));
}
